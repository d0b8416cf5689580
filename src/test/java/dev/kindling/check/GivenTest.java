package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class GivenTest {

  private final Given given = given(42);

  private static Given given(long seed) {
    return new Given(new DataContext(Checking.spark(), seed, Path.of("target")));
  }

  private static final String EVERYTHING =
      """
      id:long | small:short | tiny:byte | n:int | ok:boolean | f:float | x:double | tax:decimal(8,2) | t:string
      1       | 2           | 3         | 4     | true       | 1.5     | 2.5      | 10.25            | ' a '
      null    | null        | null      | null  | null       | null    | NaN      | null             | null
      """;

  private static final String TIMES =
      """
      d:date     | at:timestamp         | local:timestamp_ntz | v:vector | a:array<array<int>>
      2024-02-29 | 1999-12-31T23:59:59Z | 2024-02-29T10:30:00 | [1, 2]   | [[1], [], null]
      null       | null                 | null                | null     | null
      """;

  @Test
  void aFrameHasTheDeclaredTypesAndReadsBackAsTheTable() {
    Dataset<Row> frame = given.frame(EVERYTHING);
    assertThat(frame.schema().toDDL())
        .isEqualTo(
            "id BIGINT,small SMALLINT,tiny TINYINT,n INT,ok BOOLEAN,f FLOAT,x DOUBLE,tax DECIMAL(8,2),t STRING");
    assertThat(frame.schema().fields()).allMatch(field -> field.nullable());
    Checking.passes(() -> Expect.expect(frame).toHaveRowsInOrder(Table.parse(EVERYTHING)));
  }

  @Test
  void theRowsOfAFrameAreReadAsATable() {
    Table read = given.table(given.frame("id:int | t:string\n1 | null\n2 | b"));
    assertThat(read.columns()).containsExactly("id", "t");
    assertThat(read.rows().get(0)).containsExactly(1, null);
    assertThat(read.rows().get(1)).containsExactly(2, "b");
  }

  @Test
  void timesVectorsAndArraysReadBackAlsoWhenTheyHaveTravelled() {
    Dataset<Row> frame = given.frame(TIMES);
    assertThat(frame.first().<Object>getAs("v")).isEqualTo(Vectors.dense(1, 2));
    Checking.passes(() -> Expect.expect(frame).toHaveRowsInOrder(Table.parse(TIMES)));
    Dataset<Row> travelled = given.repartitioned(frame, 2);
    Checking.passes(() -> Expect.expect(travelled).toHaveRowsInOrder(Table.parse(TIMES)));
    assertThat(travelled.schema()).isEqualTo(frame.schema());
  }

  @Test
  void anEmptyFrameHasItsTypesAllTheSame() {
    assertThat(given.frame("id:int | v:vector").schema().apply("id").dataType().simpleString())
        .isEqualTo("int");
    assertThatThrownBy(() -> given.frame(Table.of("x").row((Object) null)))
        .hasMessage(
            "Nothing tells the type of column 'x', which holds no value: declare it, as in 'x:double'.");
  }

  @Test
  void undeclaredTypesAreThoseOfTheValues() {
    Dataset<Row> frame = given.frame(Table.of("id", "x").row(1L, null).row(2L, 0.5));
    assertThat(frame.schema().toDDL()).isEqualTo("id BIGINT,x DOUBLE");
  }

  @Test
  void vectorsAreAFrameOfOneColumn() {
    assertThat(given.vectors("v", new double[] {1, 2}, new double[] {3, 4}).collectAsList())
        .extracting(row -> row.get(0))
        .containsExactly(Vectors.dense(1, 2), Vectors.dense(3, 4));
  }

  @Test
  void rowsAreDealtToPartitionsLikeCards() {
    Dataset<Row> frame =
        given
            .repartitioned(given.frame(ids(7)), 3)
            .withColumn("part", functions.spark_partition_id());
    assertThat(frame.collectAsList())
        .extracting(row -> row.getInt(1) + ":" + row.getInt(0))
        .containsExactly("0:0", "0:3", "0:6", "1:1", "1:4", "2:2", "2:5");
    assertThat(given.repartitioned(given.frame(ids(2)), 4).toJavaRDD().getNumPartitions())
        .isEqualTo(4);
    assertThat(given.repartitioned(given.frame(ids(2)), 1).count()).isEqualTo(2);
    assertThatThrownBy(() -> given.repartitioned(given.frame(ids(2)), 0))
        .hasMessage("Rows cannot be dealt to '0' partitions: give at least 1.");
  }

  @Test
  void shuffledRowsAreTheSameInAnotherOrderThatDependsOnTheSeed() {
    List<Integer> first = order(given.shuffled(given.frame(ids(20)), 1));
    assertThat(first)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).boxed().toList())
        .isNotEqualTo(IntStream.range(0, 20).boxed().toList())
        .isEqualTo(order(given.shuffled(given.frame(ids(20)), 1)))
        .isNotEqualTo(order(given.shuffled(given.frame(ids(20)), 2)));
  }

  @Test
  void seedsComeFromTheSeedOfTheRun() {
    assertThat(given.seeds(5)).doesNotHaveDuplicates().hasSize(5).startsWith(given.seed());
    assertThat(given(42).seeds(5)).isEqualTo(given.seeds(5));
    assertThat(given(43).seeds(5)).doesNotContainAnyElementsOf(given.seeds(5));
    assertThat(given.draws("x").normal()).isEqualTo(given(42).draws("x").normal());
    assertThat(given.draws("x").normal()).isNotEqualTo(given(43).draws("x").normal());
    assertThat(given.draws("x").normal()).isNotEqualTo(given.draws("y").normal());
  }

  private static List<Integer> order(Dataset<Row> frame) {
    return frame.collectAsList().stream().map(row -> row.getInt(0)).toList();
  }

  private static Table ids(int count) {
    var table = Table.builder("id:int");
    IntStream.range(0, count).forEach(table::row);
    return table.build();
  }
}
