package dev.kindling.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Reads the types that a contract's methods take and give, type arguments included. */
public final class ContractTypes {

  private static final Set<String> VALUES =
      Set.of(
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.util.List",
          "java.util.Map",
          "org.apache.spark.sql.Dataset",
          "org.apache.spark.sql.Row",
          "org.apache.spark.sql.SparkSession",
          "org.apache.spark.sql.types.StructType",
          "org.apache.spark.sql.types.DataType",
          // Not a class that this package may know: it is JSON, checked when it is read.
          "dev.kindling.plot.spec.ChartSpec");

  /** Stages, models and vectors: Spark ML has a form of its own to store each of them. */
  private static final String SPARK_ML = "org.apache.spark.ml.";

  private ContractTypes() {}

  /** The methods with a type that only lives within one process, as {@code method: type}. */
  public static List<String> thatCannotCross(LabKit kit) {
    String contract = kit.entry().info().contract();
    List<String> problems = new ArrayList<>();
    ClassReader reader = read(LabReader.classFile(kit.classes(), contract));
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            if ((access & Opcodes.ACC_ABSTRACT) != 0) {
              for (String type : types(signature == null ? descriptor : signature)) {
                if (!crosses(kit, type)) {
                  problems.add(name + ": " + type);
                }
              }
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE);
    return problems;
  }

  private static boolean crosses(LabKit kit, String type) {
    return type.length() == 1
        || VALUES.contains(type)
        || type.startsWith(SPARK_ML)
        || isRecordOfLab(kit, type);
  }

  private static boolean isRecordOfLab(LabKit kit, String type) {
    Path file = LabReader.classFile(kit.classes(), type);
    return Files.exists(file) && "java/lang/Record".equals(read(file).getSuperName());
  }

  private static Set<String> types(String signature) {
    Set<String> types = new TreeSet<>();
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(Opcodes.ASM9) {
              @Override
              public void visitClassType(String name) {
                types.add(Type.getObjectType(name).getClassName());
              }

              @Override
              public void visitInnerClassType(String name) {
                types.add("an inner class " + name);
              }
            });
    return types;
  }

  private static ClassReader read(Path file) {
    try {
      return new ClassReader(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }
}
