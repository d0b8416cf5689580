package dev.kindling.mutants;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.TaskInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.ClassNode;
import org.pitest.reloc.asm.tree.MethodNode;

/** Makes all mutants of a lab's solution. */
public final class MutantMaker {

  private final List<Path> classPath;

  /**
   * @param classPath what solutions are compiled against
   */
  public MutantMaker(List<Path> classPath) {
    this.classPath = List.copyOf(classPath);
  }

  /**
   * Makes the mutants of a lab's solution.
   *
   * @param kit the lab
   * @param solutions the folder of its compiled solution
   * @return the mutants in the order of the source; code that no task reaches has none
   */
  public List<Mutant> of(LabKit kit, Path solutions) {
    LabFolder folder = kit.entry().folder();
    List<Path> all = new ArrayList<>(List.of(solutions, kit.classes()));
    all.addAll(classPath);
    SolutionCode code = new SolutionCode(solutions, folder.className("Solution"));
    Map<Integer, Set<String>> reached = new TreeMap<>();
    CallGraph graph = new CallGraph(code);
    for (TaskInfo task : kit.entry().info().tasks()) {
      reached.put(task.number(), graph.reachedFrom(task.method()));
    }
    SourceText source = new SourceText(folder.solutions());
    List<Mutant> mutants = new ArrayList<>();
    try (ClassBytes classes = new ClassBytes(all)) {
      Changes changes = new Changes(classes);
      for (ClassNode type : code.all()) {
        for (MutationDetails details : changes.of(type.name)) {
          MethodNode method = method(code, type, details);
          AbstractInsnNode instruction = method.instructions.get(details.getInstructionIndex());
          SourceLine line = SourceLine.of(source, type.sourceFile, details, instruction);
          Set<Integer> tasks = tasks(reached, CallGraph.place(type, method, instruction));
          if (!tasks.isEmpty()
              && WrittenCode.has(method, instruction, line.text())
              && Changes.tell(details, instruction)) {
            mutants.add(
                new Mutant(
                    type.name.replace('/', '.'),
                    changes.code(details.getId()),
                    written(method.name),
                    type.sourceFile,
                    line.number(),
                    line.text(),
                    Wording.of(details, instruction, line.text()),
                    tasks));
          }
        }
      }
    }
    mutants.sort(Comparator.comparing(Mutant::file).thenComparingInt(Mutant::line));
    return Namesakes.numbered(mutants);
  }

  private static MethodNode method(SolutionCode code, ClassNode type, MutationDetails details) {
    return code.declared(
            type.name, details.getMethod(), details.getId().getLocation().getMethodDesc())
        .orElseThrow()
        .method();
  }

  private static Set<Integer> tasks(Map<Integer, Set<String>> reached, String place) {
    Set<Integer> tasks = new TreeSet<>();
    reached.forEach(
        (task, places) -> {
          if (places.contains(place)) {
            tasks.add(task);
          }
        });
    return tasks;
  }

  /** {@code lambda$fitMedians$3} is written in {@code fitMedians}. */
  private static String written(String method) {
    return method.startsWith("lambda$") ? method.split("\\$")[1] : method;
  }
}
