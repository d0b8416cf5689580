package dev.kindling.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The annotations of a class file and of its methods, in the order of the source, read without
 * loading the class: a contract mentions Spark types, and the command must not load those.
 *
 * @param ofClass annotation values by annotation class name; class values are names
 * @param ofMethods the same for each method that has annotations
 */
record ClassAnnotations(
    Map<String, Map<String, Object>> ofClass,
    Map<String, Map<String, Map<String, Object>>> ofMethods) {

  static ClassAnnotations read(Path classFile) {
    ClassAnnotations found = new ClassAnnotations(new LinkedHashMap<>(), new LinkedHashMap<>());
    try {
      new ClassReader(Files.readAllBytes(classFile))
          .accept(
              found.new Reader(),
              ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(classFile), e);
    }
    return found;
  }

  private final class Reader extends ClassVisitor {

    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return new Values(ofClass.computeIfAbsent(className(descriptor), x -> new LinkedHashMap<>()));
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return new Values(
              ofMethods
                  .computeIfAbsent(name, x -> new LinkedHashMap<>())
                  .computeIfAbsent(className(annotation), x -> new LinkedHashMap<>()));
        }
      };
    }
  }

  /** Collects the values of one annotation. */
  private static final class Values extends AnnotationVisitor {

    private final Map<String, Object> values;

    Values(Map<String, Object> values) {
      super(Opcodes.ASM9);
      this.values = values;
    }

    @Override
    public void visit(String name, Object value) {
      values.put(name, plain(value));
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      List<Object> list = new ArrayList<>();
      values.put(name, list);
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String ignored, Object value) {
          list.add(plain(value));
        }
      };
    }

    private static Object plain(Object value) {
      if (value instanceof org.objectweb.asm.Type type) {
        return type.getClassName();
      }
      if (value instanceof int[] numbers) {
        List<Object> list = new ArrayList<>();
        for (int number : numbers) {
          list.add(number);
        }
        return list;
      }
      return value;
    }
  }

  private static String className(String descriptor) {
    return org.objectweb.asm.Type.getType(descriptor).getClassName();
  }
}
