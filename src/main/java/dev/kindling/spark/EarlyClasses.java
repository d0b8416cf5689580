package dev.kindling.spark;

import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.ClassBodyEvaluator;
import org.slf4j.LoggerFactory;

/**
 * Prepares on a second core, while Spark's context starts on the first, what every session needs:
 * Scala's reflection, the parser, the functions, the compiler of generated code. It saves about a
 * tenth of a cold start.
 *
 * <p>The context uses nothing of Spark SQL, so no class is initialised from both sides in opposite
 * order; what both use of Scala is there before they part.
 */
final class EarlyClasses {

  private EarlyClasses() {}

  /** Starts the preparation; join the thread before a session starts. */
  static Thread prepare() {
    scala.Predef$.MODULE$.wrapString(scala.package$.MODULE$.List().empty().toString());
    Thread thread = new Thread(EarlyClasses::load, "early-classes");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void load() {
    try {
      scala.reflect.runtime.package$.MODULE$.universe();
      CatalystSqlParser$.MODULE$.parseDataType("struct<a: int>");
      FunctionRegistry$.MODULE$.builtin();
      compile();
    } catch (CompileException | RuntimeException e) {
      // Whoever needs it next does it again, and says what is wrong.
      LoggerFactory.getLogger(EarlyClasses.class).warn("Not prepared", e);
    }
  }

  private static void compile() throws CompileException {
    ClassBodyEvaluator evaluator = new ClassBodyEvaluator();
    evaluator.setParentClassLoader(EarlyClasses.class.getClassLoader());
    evaluator.cook(
        "public int sum(int[] some) { int sum = 0; for (int one : some) { sum += one; } return sum; }");
  }
}
