package dev.kindling.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.SampleLabs;
import dev.kindling.workbench.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types of a contract can be carried to another process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContractTypesTest {

  @TempDir private Path folder;
  private SourceCompiler compiler;
  private int number;

  @BeforeAll
  void startCompiler() {
    compiler = new SourceCompiler(Home.workerClassPath());
  }

  @AfterAll
  void closeCompiler() {
    compiler.close();
  }

  /** The complaints about a contract with one method. */
  private List<String> thatCannotCross(String method) {
    try {
      Path output = Files.createDirectories(folder.resolve("out" + number++));
      Path source =
          Files.writeString(
              output.resolve("XLab.java"),
              """
              package day9.x;
              import java.util.*;
              import java.util.function.*;
              import dev.kindling.plot.spec.ChartSpec;
              import org.apache.spark.ml.*;
              import org.apache.spark.ml.feature.*;
              import org.apache.spark.ml.linalg.Vector;
              import org.apache.spark.sql.*;
              import org.apache.spark.sql.types.*;
              public interface XLab {
                %s;
              }
              record Point(double x, double y) {}
              class Plain {}
              """
                  .formatted(method));
      assertThat(compiler.compile(List.of(source), List.of(), output)).isEmpty();
      LabEntry entry =
          new LabEntry(
              SampleLabs.lab("day9/x", 9, 1),
              new LabFolder(folder, SampleLabs.entry("day9/x", 9, 1).id(), "X"));
      return ContractTypes.thatCannotCross(new LabKit(entry, output, "key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dataset<Row> m(Dataset<Row> frame)",
        "ImputerModel m(Dataset<Row> train, List<String> columns)",
        "PipelineModel m(PipelineStage stage)",
        "Map<String, Double> m(int a, long b, double c, boolean d, String e)",
        "List<Point> m(Map<String, List<Point>> points)",
        "Vector m(SparkSession spark, StructType schema)",
        "double[] m(String[] names)",
        "List<ChartSpec> m(ChartSpec chart)",
        "void m(Integer a, Long b, Double c, Boolean d)",
        "default Function<Row, Row> m() { return row -> row; } int n()"
      })
  void valuesCross(String method) {
    assertThat(thatCannotCross(method)).isEmpty();
  }

  @Test
  void aFunctionStaysWhereItIs() {
    assertThat(thatCannotCross("Dataset<Row> m(Function<Row, Row> f)"))
        .containsExactly("m: java.util.function.Function");
  }

  @Test
  void whatIsInsideOfAListIsLookedAtToo() {
    assertThat(thatCannotCross("List<Supplier<String>> m()"))
        .containsExactly("m: java.util.function.Supplier");
    assertThat(thatCannotCross("Map<String, ? extends Thread> m()"))
        .containsExactly("m: java.lang.Thread");
  }

  @Test
  void aClassOfTheLabThatIsNoRecordStaysToo() {
    assertThat(thatCannotCross("Plain m(Point point)")).containsExactly("m: day9.x.Plain");
  }

  @Test
  void anythingAtAllIsTooMuch() {
    assertThat(thatCannotCross("Object m()")).containsExactly("m: java.lang.Object");
  }
}
