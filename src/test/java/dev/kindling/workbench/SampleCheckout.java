package dev.kindling.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder that looks like a checkout with one small lab, {@code day9/sample}, for tests of the
 * engine.
 */
public final class SampleCheckout {

  private static final Path SAMPLE = Path.of("src/test/resources/sample");

  private final Path root;

  public SampleCheckout(Path root) {
    this(root, SAMPLE);
  }

  /** The same with the labs of another folder. */
  SampleCheckout(Path root, Path labs) {
    this.root = root;
    copy(labs, root);
    write(root.resolve("pom.xml"), "<project/>");
  }

  /** Adds another lab: a folder with labs, starters and solutions. */
  void add(Path lab) {
    copy(lab, root);
  }

  public Home home() {
    return Home.of(root);
  }

  public Path root() {
    return root;
  }

  public Path answer() {
    return root.resolve("work/day9/sample/Sample.java");
  }

  /** Saves an answer, whatever it is. */
  public void save(String source) {
    write(answer(), source);
  }

  /** The solution with one method replaced: {@code rows}, {@code doubled} or {@code total}. */
  public static String with(String method, String body) {
    return source(
        method.equals("rows") ? body : "return frame.count();",
        method.equals("doubled")
            ? body
            : "return frame.withColumn(\"twice\", col(\"id\").multiply(2));",
        method.equals("total") ? body : "return doubled.agg(sum(\"twice\")).first().getLong(0);",
        method.equals("members") ? body : "");
  }

  /** An answer that passes. */
  public static String right() {
    return with("", "");
  }

  private static String source(String rows, String doubled, String total, String members) {
    return """
        package day9.sample;

        import static org.apache.spark.sql.functions.*;

        import java.util.*;
        import org.apache.spark.sql.*;
        import org.apache.spark.sql.api.java.*;
        import org.apache.spark.sql.types.*;

        public class Sample implements SampleLab {
          %s
          @Override
          public long rows(Dataset<Row> frame) {
            %s
          }

          @Override
          public Dataset<Row> doubled(Dataset<Row> frame) {
            %s
          }

          @Override
          public long total(Dataset<Row> doubled) {
            %s
          }
        }
        """
        .formatted(members, rows, doubled, total);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
