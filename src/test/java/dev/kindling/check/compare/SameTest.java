package dev.kindling.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class SameTest {

  record Point(String name, double x) {}

  private static boolean same(Object one, Object other) {
    return Same.values(one, other, Tolerance.DEFAULT);
  }

  private static boolean near(Object one, Object other) {
    return Same.values(one, other, Tolerance.within(0.5));
  }

  @Test
  void sparseAndDenseFormsOfAVectorAreTheSame() {
    var dense = Vectors.dense(0, 2, 0);
    var sparse = Vectors.sparse(3, new int[] {1}, new double[] {2});
    assertThat(same(dense, sparse)).isTrue();
    assertThat(same(dense, Vectors.sparse(4, new int[] {1}, new double[] {2}))).isFalse();
    assertThat(near(dense, Vectors.dense(0.4, 2.4, -0.4))).isTrue();
    assertThat(near(dense, Vectors.dense(0.6, 2, 0))).isFalse();
    assertThat(near(sparse, Vectors.sparse(3, new int[] {2}, new double[] {0.4}))).isFalse();
  }

  @Test
  void vectorsOfHugeSizeAreCompared() {
    var one = Vectors.sparse(1 << 18, new int[] {7, 99_999}, new double[] {1, Double.NaN});
    var other = Vectors.sparse(1 << 18, new int[] {7, 99_999}, new double[] {1.2, Double.NaN});
    assertThat(near(one, other)).isTrue();
    assertThat(same(one, other)).isFalse();
  }

  @Test
  void matricesNeedTheSameShape() {
    var square = Matrices.dense(2, 2, new double[] {1, 2, 3, 4});
    assertThat(same(square, Matrices.dense(2, 2, new double[] {1, 2, 3, 4}))).isTrue();
    assertThat(same(square, Matrices.dense(4, 1, new double[] {1, 2, 3, 4}))).isFalse();
  }

  @Test
  void scalaAndJavaCollectionsAreTheSame() {
    List<Object> list = Arrays.asList("a", null, 1.0);
    assertThat(same(list, CollectionConverters.asScala(list).toSeq())).isTrue();
    assertThat(same(list, new Object[] {"a", null, 1.0})).isTrue();
    Map<String, Double> map = Map.of("a", 1.0, "b", 2.0, "c", 3.0);
    assertThat(same(map, CollectionConverters.asScala(map))).isTrue();
    assertThat(near(map, Map.of("c", 3.3, "b", 1.7, "a", 1.0))).isTrue();
    assertThat(near(map, Map.of("c", 1.0, "b", 2.0, "a", 3.0))).isFalse();
  }

  @Test
  void structsAndRecordsAreLookedInto() {
    assertThat(near(RowFactory.create("a", 1.0), RowFactory.create("a", 1.3))).isTrue();
    assertThat(near(RowFactory.create("a", 1.0), RowFactory.create("b", 1.0))).isFalse();
    assertThat(near(new Point("a", 1), new Point("a", 1.4))).isTrue();
    assertThat(near(new Point("a", 1), new Point("a", 1.6))).isFalse();
  }

  @Test
  void timesOfOldAndNewClassesAreTheSame() {
    assertThat(same(Timestamp.from(Instant.EPOCH), Instant.EPOCH)).isTrue();
    LocalDate day = LocalDate.of(2026, 3, 1);
    assertThat(same(Date.valueOf(day), day)).isTrue();
    assertThat(same(day, day.plusDays(1))).isFalse();
  }

  @Test
  void decimalsAreExactAndTheirScaleIsNot() {
    assertThat(same(new BigDecimal("1.50"), new BigDecimal("1.5"))).isTrue();
    assertThat(same(new BigDecimal("0.00"), new BigDecimal("0"))).isTrue();
    assertThat(same(new BigDecimal("1.50"), new BigDecimal("1.50000000001"))).isFalse();
  }

  @Test
  void nothingEqualsNull() {
    assertThat(same(null, null)).isTrue();
    assertThat(same(null, "")).isFalse();
    assertThat(same(0.0, null)).isFalse();
    assertThat(same(Double.NaN, null)).isFalse();
    assertThat(same(new byte[] {1}, new byte[] {1})).isTrue();
  }
}
