package dev.kindling.mutants;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pitest.reloc.asm.Handle;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.ClassNode;
import org.pitest.reloc.asm.tree.FieldInsnNode;
import org.pitest.reloc.asm.tree.InvokeDynamicInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.MethodNode;
import org.pitest.reloc.asm.tree.TypeInsnNode;

/**
 * Which code of a solution leads to which. A place is a method, or a static field together with the
 * part of the static initialiser that makes its value.
 */
final class CallGraph {

  private static final String STATIC = "<clinit>";

  private final SolutionCode code;
  private final Map<String, Set<String>> uses = new HashMap<>();

  CallGraph(SolutionCode code) {
    this.code = code;
    for (ClassNode type : code.all()) {
      for (MethodNode method : type.methods) {
        for (AbstractInsnNode instruction : method.instructions) {
          uses.computeIfAbsent(place(type, method, instruction), name -> new TreeSet<>())
              .addAll(used(type, instruction));
        }
      }
    }
  }

  /** The place that an instruction belongs to. */
  static String place(ClassNode type, MethodNode method, AbstractInsnNode instruction) {
    if (!method.name.equals(STATIC)) {
      return place(type, method);
    }
    for (AbstractInsnNode at = instruction; at != null; at = at.getNext()) {
      if (at instanceof FieldInsnNode field && at.getOpcode() == Opcodes.PUTSTATIC) {
        return place(field);
      }
    }
    return place(type, method);
  }

  private static String place(ClassNode type, MethodNode method) {
    return type.name + "." + method.name + method.desc;
  }

  private static String place(FieldInsnNode field) {
    return field.owner + "." + field.name;
  }

  private Set<String> used(ClassNode type, AbstractInsnNode instruction) {
    Set<String> places = new TreeSet<>();
    if (instruction instanceof MethodInsnNode call) {
      add(places, call.owner, call.name, call.desc);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      for (Object argument : dynamic.bsmArgs) {
        if (argument instanceof Handle called) {
          add(places, called.getOwner(), called.getName(), called.getDesc());
        }
      }
    } else if (instruction instanceof FieldInsnNode field
        && instruction.getOpcode() == Opcodes.GETSTATIC) {
      places.add(place(field));
    } else if (instruction instanceof TypeInsnNode made
        && instruction.getOpcode() == Opcodes.NEW
        && !made.desc.equals(type.name)
        && code.classes().containsKey(made.desc)) {
      // Its methods may be called through any interface that it has.
      ClassNode other = code.classes().get(made.desc);
      other.methods.forEach(method -> places.add(place(other, method)));
    }
    return places;
  }

  private void add(Set<String> places, String owner, String name, String descriptor) {
    code.declared(owner, name, descriptor)
        .ifPresent(found -> places.add(place(found.type(), found.method())));
  }

  /** All places that a method of the solution leads to, and those that every new object does. */
  Set<String> reachedFrom(String methodName) {
    Deque<String> waiting = new ArrayDeque<>();
    for (String name : List.of(methodName, "<init>")) {
      ClassNode type = code.solution();
      while (type != null && !addMethods(type, name, waiting)) {
        type = code.classes().get(type.superName);
      }
    }
    Set<String> reached = new HashSet<>();
    while (!waiting.isEmpty()) {
      String place = waiting.remove();
      if (reached.add(place)) {
        waiting.addAll(uses.getOrDefault(place, Set.of()));
      }
    }
    return reached;
  }

  private static boolean addMethods(ClassNode type, String name, Deque<String> places) {
    boolean found = false;
    for (MethodNode method : type.methods) {
      if (method.name.equals(name)) {
        places.add(place(type, method));
        found = true;
      }
    }
    return found;
  }
}
