package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class FreedomTest {

  private final Given given = new Given(new DataContext(spark(), 1, Path.of("target")));

  private static final Table PROJECTED =
      Table.parse(
          """
          id:int | pca:vector   | score:double
          1      | [3.0, -1.0]  | 2.0
          2      | [-1.0, 0.5]  | -1.5
          3      | [-2.0, 0.5]  | -0.5
          """);

  private static Table turned(Table table, double first, double second, double score) {
    return table
        .with(
            "pca:vector",
            row -> {
              double[] pca = row.vector("pca");
              return List.of(first * pca[0], second * pca[1]);
            })
        .with("score:double", row -> score * row.number("score"));
  }

  @Test
  void wholeColumnsAndWholeComponentsMayBeNegated() {
    for (double[] signs : new double[][] {{1, 1, 1}, {-1, 1, -1}, {1, -1, 1}, {-1, -1, -1}}) {
      Dataset<Row> actual =
          given.shuffled(given.frame(turned(PROJECTED, signs[0], signs[1], signs[2])), 3);
      passes(() -> expect(actual).upToSign("pca", "score").toHaveRows(PROJECTED));
    }
  }

  @Test
  void aSingleNumberMayNotBeNegatedAndTheLearnerSeesTheOwnSigns() {
    Table wrong = turned(PROJECTED, -1, 1, 1).change("score", s -> s.equals(2.0) ? -2.0 : s);
    CheckFailure failure =
        failureOf(() -> expect(given.frame(wrong)).upToSign("pca", "score").toHaveRows(PROJECTED));
    assertThat(failure.rationale())
        .isEqualTo("In the result, 1 of 3 rows differs from what is expected.");
    assertThat(failure.expected()).contains("[-3.0, -1.0]").contains("*2.0");
    assertThat(failure.actual()).contains("[-3.0, -1.0]").contains("*-2.0");
  }

  @Test
  void withoutTheFreedomSignsCount() {
    Dataset<Row> actual = given.frame(turned(PROJECTED, -1, 1, 1));
    failureOf(() -> expect(actual).toHaveRows(PROJECTED));
    failureOf(() -> expect(actual).upToSign("score").toHaveRows(PROJECTED));
    assertThat(
            thrownBy(
                () -> expect(actual).upToSign("pcs").toHaveRows(PROJECTED),
                IllegalArgumentException.class))
        .hasMessageContaining("'pcs'")
        .hasMessageContaining("'id', 'pca', 'score'");
  }

  @Test
  void aFrameOfNothingButAComponentIsComparedByItsPlaces() {
    Table alone = PROJECTED.select("pca");
    Dataset<Row> actual = given.frame(turned(PROJECTED, -1, -1, 1).select("pca"));
    passes(() -> expect(actual).upToSign("pca").toHaveRows(alone));
  }

  @Test
  void vectorsListsAndColumnsOfAMatrixMayBeNegatedAsAWhole() {
    Vector vector = Vectors.dense(0.6, -0.8);
    passes(() -> expect(vector).upToSign().toBe(Vectors.dense(-0.6, 0.8)));
    failureOf(() -> expect(vector).toBe(Vectors.dense(-0.6, 0.8)));
    failureOf(() -> expect(vector).upToSign().toBe(Vectors.dense(0.6, 0.8)));
    passes(() -> expect(new double[] {1, -2}).upToSign().toBe(new double[] {-1, 2}));
    passes(() -> expect(List.of(1.0, -2.0)).upToSign().toHaveElementsInOrder(List.of(-1.0, 2.0)));
    List<List<Double>> loadings = List.of(List.of(0.6, -0.8), List.of(0.8, 0.6));
    passes(
        () ->
            expect(loadings)
                .upToSign()
                .within(1e-9)
                .toHaveElementsInOrder(List.of(List.of(-0.6, 0.8), List.of(0.8, 0.6))));
    failureOf(
        () ->
            expect(loadings)
                .upToSign()
                .toHaveElementsInOrder(List.of(List.of(-0.6, 0.8), List.of(0.8, -0.6))));
    Matrix matrix = new DenseMatrix(2, 2, new double[] {1, 2, 3, 4});
    passes(
        () -> expect(matrix).upToSign().toBe(new DenseMatrix(2, 2, new double[] {-1, -2, 3, 4})));
    failureOf(
        () -> expect(matrix).upToSign().toBe(new DenseMatrix(2, 2, new double[] {-1, 2, 3, 4})));
  }

  private static final Table CLUSTERS =
      Table.parse(
          """
          id:int | prediction:int
          1      | 0
          2      | 0
          3      | 1
          4      | 1
          5      | 2
          """);

  private static Table named(int... names) {
    return CLUSTERS.change("prediction", cluster -> names[(Integer) cluster]);
  }

  @Test
  void clustersMayBeNumberedInAnyWay() {
    for (int[] names : new int[][] {{0, 1, 2}, {2, 0, 1}, {7, 3, 0}}) {
      Dataset<Row> actual = given.shuffled(given.frame(named(names)), 5);
      passes(() -> expect(actual).upToRelabelling("prediction").toHaveRows(CLUSTERS));
    }
    failureOf(() -> expect(given.frame(named(2, 0, 1))).toHaveRows(CLUSTERS));
  }

  @Test
  void twoClustersThatBecameOneDiffer() {
    for (int[] names : new int[][] {{2, 1, 2}, {0, 0, 2}, {1, 0, 0}, {0, 0, 0}}) {
      failureOf(
          () ->
              expect(given.frame(named(names))).upToRelabelling("prediction").toHaveRows(CLUSTERS));
    }
  }

  @Test
  void aRowInTheWrongClusterIsTheOneThatDiffers() {
    Table wrong =
        named(2, 0, 1)
            .with("prediction:int", row -> row.whole("id") == 2 ? 0 : row.get("prediction"));
    CheckFailure failure =
        failureOf(
            () -> expect(given.frame(wrong)).upToRelabelling("prediction").toHaveRows(CLUSTERS));
    assertThat(failure.rationale())
        .isEqualTo("In the result, 1 of 5 rows differs from what is expected.");
    assertThat(failure.actual()).contains(" 2 |         *0");
  }

  @Test
  void labelsInListsAndArraysMayBeRenamedToo() {
    passes(
        () ->
            expect(List.of("b", "a", "b"))
                .upToRelabelling()
                .toHaveElementsInOrder(List.of("x", "b", "x")));
    failureOf(
        () ->
            expect(List.of("b", "b", "b"))
                .upToRelabelling()
                .toHaveElementsInOrder(List.of("x", "b", "x")));
    failureOf(
        () ->
            expect(List.of("b", "a", "c"))
                .upToRelabelling()
                .toHaveElementsInOrder(List.of("x", "b", "x")));
    passes(() -> expect(new int[] {5, 1, 5}).upToRelabelling().toBe(new int[] {0, 5, 0}));
    failureOf(() -> expect(new int[] {5, 1, 5}).upToRelabelling().toBe(new int[] {0, 5, 5}));
  }
}
