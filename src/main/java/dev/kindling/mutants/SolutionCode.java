package dev.kindling.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pitest.reloc.asm.ClassReader;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.commons.ClassRemapper;
import org.pitest.reloc.asm.commons.Remapper;
import org.pitest.reloc.asm.tree.ClassNode;
import org.pitest.reloc.asm.tree.MethodNode;

/**
 * The instructions of a solution and of the classes in the same folder that it names. Mistakes and
 * variants name the solution and are not named by it, so they are not among them.
 */
final class SolutionCode {

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final String solution;

  /**
   * @param folder the folder of the compiled solution
   * @param className the binary name of the solution
   */
  SolutionCode(Path folder, String className) {
    this.solution = className.replace('.', '/');
    Deque<String> waiting = new ArrayDeque<>(Set.of(solution));
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      Path file = folder.resolve(name + ".class");
      if (!classes.containsKey(name) && Files.exists(file)) {
        ClassReader reader = new ClassReader(bytes(file));
        ClassNode node = new ClassNode();
        // PIT counts instructions in expanded form.
        reader.accept(node, ClassReader.EXPAND_FRAMES);
        classes.put(name, node);
        waiting.addAll(named(reader));
      }
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  /** The names of all classes that a class mentions. */
  private static Set<String> named(ClassReader reader) {
    Set<String> names = new TreeSet<>();
    Remapper collector =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            names.add(name);
            return name;
          }
        };
    reader.accept(new ClassRemapper(new ClassNode(), collector), ClassReader.SKIP_DEBUG);
    return names;
  }

  /** By name with slashes; the solution first. */
  Map<String, ClassNode> classes() {
    return classes;
  }

  Collection<ClassNode> all() {
    return classes.values();
  }

  @Nullable ClassNode solution() {
    return classes.get(solution);
  }

  /** A method of a class or of a superclass, as far as they are the solution's. */
  Optional<Declared> declared(String owner, String name, String descriptor) {
    for (ClassNode type = classes.get(owner); type != null; type = classes.get(type.superName)) {
      for (MethodNode method : type.methods) {
        if (method.name.equals(name) && method.desc.equals(descriptor)) {
          return Optional.of(new Declared(type, method));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A method in its class.
   *
   * @param type the class
   * @param method the method
   */
  record Declared(ClassNode type, MethodNode method) {}
}
