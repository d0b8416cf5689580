package dev.kindling.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads where methods lie and whether their code changed, so that a save can be judged starting
 * with the edited task. The code of a lambda counts as that of the method it stands in.
 */
final class MethodFactsReader {

  private MethodFactsReader() {}

  static Map<String, MethodFacts> read(Path classFile) {
    Map<String, MethodFacts> facts = new LinkedHashMap<>();
    Map<String, Set<String>> calls = new HashMap<>();
    scan(classFile, facts, calls);
    return withCalled(facts, calls);
  }

  /** The names of the methods that each method of a class calls, lambdas included. */
  static Map<String, Set<String>> calls(Path classFile) {
    Map<String, Set<String>> calls = new HashMap<>();
    scan(classFile, new LinkedHashMap<>(), calls);
    return calls;
  }

  private static void scan(
      Path classFile, Map<String, MethodFacts> facts, Map<String, Set<String>> calls) {
    try {
      new ClassReader(Files.readAllBytes(classFile))
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] thrown) {
                  return new Digest(owner(name), name.startsWith("lambda$"), facts, calls);
                }
              },
              ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(classFile), e);
    }
  }

  /**
   * A method's digest covers the methods of the same class that it calls: a helper's edit is its
   * callers' too.
   */
  private static Map<String, MethodFacts> withCalled(
      Map<String, MethodFacts> facts, Map<String, Set<String>> calls) {
    Map<String, MethodFacts> deep = new LinkedHashMap<>();
    facts.forEach(
        (method, own) -> {
          Set<String> reached = new TreeSet<>();
          reach(method, calls, reached);
          int digest = 0;
          for (String name : reached) {
            digest = 31 * digest + (facts.containsKey(name) ? facts.get(name).digest() : 0);
          }
          deep.put(method, new MethodFacts(own.line(), digest));
        });
    return deep;
  }

  private static void reach(String method, Map<String, Set<String>> calls, Set<String> reached) {
    if (reached.add(method)) {
      calls.getOrDefault(method, Set.of()).forEach(called -> reach(called, calls, reached));
    }
  }

  static boolean hasDefaultConstructor(ClassReader reader) {
    boolean[] found = new boolean[1];
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            found[0] |= name.equals("<init>") && descriptor.equals("()V");
            return null;
          }
        },
        ClassReader.SKIP_CODE);
    return found[0];
  }

  /** {@code lambda$fitMedians$3} belongs to {@code fitMedians}. */
  private static String owner(String method) {
    if (!method.startsWith("lambda$")) {
      return method;
    }
    int end = method.lastIndexOf('$');
    return end > 7 ? method.substring(7, end) : method;
  }

  /** Folds the instructions of one method into a number. */
  private static final class Digest extends MethodVisitor {

    private final String owner;
    private final boolean lambda;
    private final Map<String, MethodFacts> facts;
    private final Set<String> calls;
    private int firstLine;
    private int digest = 17;

    Digest(
        String owner,
        boolean lambda,
        Map<String, MethodFacts> facts,
        Map<String, Set<String>> calls) {
      super(Opcodes.ASM9);
      this.calls = calls.computeIfAbsent(owner, name -> new TreeSet<>());
      this.owner = owner;
      this.lambda = lambda;
      this.facts = facts;
    }

    private void fold(Object... parts) {
      for (Object part : parts) {
        digest = 31 * digest + Objects.hashCode(part);
      }
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      if (firstLine == 0 || line < firstLine) {
        firstLine = line;
      }
    }

    @Override
    public void visitInsn(int opcode) {
      fold(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      fold(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      fold(opcode, variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      fold(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
      fold(opcode, type, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String name, String descriptor, boolean isInterface) {
      calls.add(name);
      fold(opcode, type, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      fold(name, descriptor);
      for (Object argument : arguments) {
        if (argument instanceof Handle called) {
          calls.add(owner(called.getName()));
        }
        // The number in a lambda's name shifts when another method gains one.
        fold(argument instanceof Handle handle ? owner(handle.getName()) : argument.toString());
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      fold(value.toString());
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      fold(variable, increment);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      fold(opcode);
    }

    @Override
    public void visitEnd() {
      facts.merge(owner, new MethodFacts(firstLine, digest), this::join);
    }

    /** Overloads and lambdas add to the digest; the line is that of the method itself. */
    private MethodFacts join(MethodFacts old, MethodFacts more) {
      int line = lambda ? old.line() : more.line();
      return new MethodFacts(
          line == 0 ? Math.max(old.line(), more.line()) : line, old.digest() + 31 * more.digest());
    }
  }
}
