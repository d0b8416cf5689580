package dev.kindling.spark;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.apache.spark.util.ClosureCleaner;
import org.apache.spark.util.ClosureCleaner$;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.collection.mutable.Map;

/**
 * Lets Spark check each of its own lambdas once instead of with every call. Before it hands a Scala
 * lambda to a task, it parses the whole class file that declares it, {@code RDD}'s say, for a
 * {@code return} that must not be there; a fit of many small jobs spends a third of its time so.
 *
 * <p>What is found depends on the lambda's class alone, so one answer is enough. The lambdas of
 * others are checked as ever, and so is whether what a lambda has captured can be serialized.
 */
public final class CheckedLambdas {

  /** What Spark asks whenever it cleans a lambda: one method, which calls the checks. */
  private static final String ASKED = "SparkClosureCleaner$.class";

  private static final String CHECKS = "clean";

  /** Whether the checks have left lambdas of a class as they are. */
  private static final ClassValue<Once> PASSED =
      new ClassValue<>() {
        @Override
        protected Once computeValue(Class<?> type) {
          return new Once();
        }
      };

  private static final class Once {
    volatile boolean passed;
  }

  private CheckedLambdas() {}

  /**
   * Has Spark ask here; to be called before it starts.
   *
   * @return whether it does; otherwise it is slower, and right all the same
   */
  static boolean install() {
    try (InputStream file = ClosureCleaner.class.getResourceAsStream(ASKED)) {
      byte[] changed = askingHere(Objects.requireNonNull(file, ASKED).readAllBytes());
      if (changed == null) {
        LoggerFactory.getLogger(CheckedLambdas.class).warn("{} is another than expected", ASKED);
        return false;
      }
      MethodHandles.privateLookupIn(ClosureCleaner.class, MethodHandles.lookup())
          .defineClass(changed);
      return true;
    } catch (LinkageError started) {
      LoggerFactory.getLogger(CheckedLambdas.class).debug("Spark has its class already", started);
      return false;
    } catch (IOException | IllegalAccessException e) {
      LoggerFactory.getLogger(CheckedLambdas.class).warn("{} stays as it is", ASKED, e);
      return false;
    }
  }

  /** The class with its call of the checks turned to {@link #clean}; null when it has no such. */
  private static byte @Nullable [] askingHere(byte[] original) {
    String checks = Type.getInternalName(ClosureCleaner$.class);
    String here = Type.getInternalName(CheckedLambdas.class);
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, 0);
    int[] turned = new int[1];
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(
                Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String called, String type, boolean isInterface) {
                if (owner.equals(checks) && called.equals(CHECKS)) {
                  turned[0]++;
                  String withOwner = "(L" + checks + ";" + type.substring(1);
                  super.visitMethodInsn(Opcodes.INVOKESTATIC, here, CHECKS, withOwner, false);
                } else {
                  super.visitMethodInsn(opcode, owner, called, type, isInterface);
                }
              }
            };
          }
        },
        0);
    return turned[0] == 1 ? writer.toByteArray() : null;
  }

  /**
   * Spark calls it in place of its checks.
   *
   * @param checks those of Spark
   * @param lambda what is to be handed to tasks
   * @param transitively whether what it refers to is cleaned, too
   * @param fields where they note what is used
   * @return as they do: a lambda that can be handed out, or nothing where there is nothing to clean
   */
  public static Option<Object> clean(
      ClosureCleaner$ checks,
      Object lambda,
      boolean transitively,
      Map<Class<?>, scala.collection.mutable.Set<String>> fields) {
    Class<?> type = lambda.getClass();
    if (passed(type)) {
      return Option.apply(lambda);
    }
    Option<Object> cleaned = checks.clean(lambda, transitively, fields);
    if (isOfSpark(type) && cleaned.isDefined() && cleaned.get() == lambda) {
      PASSED.get(type).passed = true;
    }
    return cleaned;
  }

  /** Whether lambdas of this class were checked, and nothing about them had to be changed. */
  static boolean passed(Class<?> lambda) {
    return isOfSpark(lambda) && PASSED.get(lambda).passed;
  }

  /** Only a lambda has a hidden class, one for each place where it is written. */
  private static boolean isOfSpark(Class<?> type) {
    return type.isHidden() && type.getClassLoader() == ClosureCleaner.class.getClassLoader();
  }
}
