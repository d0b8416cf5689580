package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableAlgebraTest {

  private final Table homes =
      Table.parse(
          """
          id:int | city:string | price:double
          1      | Bern        | 100.0
          2      | null        | 50.0
          3      | Bern        | null
          4      | Chur        | 80.0
          5      | null        | 70.0
          """);

  @Test
  void rowsAreChosenByACondition() {
    assertThat(homes.where(row -> !row.isNull("price") && row.number("price") > 60).column("id"))
        .containsExactly(1, 4, 5);
    assertThat(homes.where("id", 4L).column("city")).containsExactly("Chur");
    assertThat(homes.complete().column("id")).containsExactly(1, 4);
    assertThat(homes.complete("price").column("id")).containsExactly(1, 2, 4, 5);
    assertThat(homes.head(2).column("id")).containsExactly(1, 2);
    assertThat(homes.head(99)).isEqualTo(homes);
  }

  @Test
  void columnsAreChosenDroppedAndRenamed() {
    assertThat(homes.select("price", "id").columns()).containsExactly("price", "id");
    assertThat(homes.drop("city")).isEqualTo(homes.select("id", "price"));
    Table renamed = homes.rename("price", "rent");
    assertThat(renamed.columns()).containsExactly("id", "city", "rent");
    assertThat(renamed.types()).containsEntry("rent", ColumnType.Scalar.DOUBLE).hasSize(3);
    assertThatThrownBy(() -> homes.rename("price", "id"))
        .hasMessage("Column 'price' cannot be called 'id': there is one of that name.");
    assertThatThrownBy(() -> homes.drop("rent"))
        .hasMessage("There is no column 'rent'; there are [id, city, price].");
  }

  @Test
  void aColumnIsAddedOrReplacedRowByRow() {
    Table doubled =
        homes.with("twice:double", row -> row.isNull("price") ? null : 2 * row.number("price"));
    assertThat(doubled.column("twice")).containsExactly(200.0, 100.0, null, 160.0, 140.0);
    assertThat(doubled.types().get("twice")).isEqualTo(ColumnType.Scalar.DOUBLE);
    Table told = homes.with("price", row -> row.isNull("price") ? "no" : "yes");
    assertThat(told.columns()).isEqualTo(homes.columns());
    assertThat(told.column("price")).containsExactly("yes", "yes", "no", "yes", "yes");
    assertThat(told.types()).doesNotContainKey("price");
    assertThat(homes.change("price", price -> price == null ? 0.0 : price).column("price"))
        .containsExactly(100.0, 50.0, 0.0, 80.0, 70.0);
    assertThatThrownBy(() -> homes.with("x", List.of(1)))
        .hasMessage("Column 'x' has 1 values for 5 rows: give one per row.");
  }

  @Test
  void aDeclaredTypeWidensWhatFitsAndRefusesWhatDoesNot() {
    Table table = Table.of("x:double", "n:long").row(1, 2);
    assertThat(table.rows().get(0)).containsExactly(1.0, 2L);
    assertThatThrownBy(() -> table.row(1.5, 2.5))
        .hasMessage("Column 'n' is long, but row 2 has '2.5' (Double).");
    assertThatThrownBy(() -> Table.of("x:float").row(0.1))
        .hasMessage("Column 'x' is float, but row 1 has '0.1' (Double).");
    assertThatThrownBy(() -> Table.of("x:double").row(Long.MAX_VALUE))
        .hasMessageContaining("Column 'x' is double");
    assertThat(Table.of("v:vector").row(List.of(1, 2.5)).column("v"))
        .containsExactly(List.of(1.0, 2.5));
  }

  @Test
  void aUnionMatchesColumnsByName() {
    Table more = Table.of("price", "city", "id").row(9.5, "Sion", 6);
    assertThat(homes.union(more).size()).isEqualTo(6);
    assertThat(homes.union(more).at(5).values()).containsExactly(6, "Sion", 9.5);
    assertThatThrownBy(() -> homes.union(homes.drop("id")))
        .hasMessageContaining("[city, price]")
        .hasMessageContaining("[id, city, price]");
  }

  @Test
  void aJoinPairsEqualKeysAndNullWithNothing() {
    Table cantons =
        Table.parse(
            """
            city:string | canton:string
            Bern        | BE
            Bern        | bern
            null        | nowhere
            Genf        | GE
            """);
    assertThat(homes.join(cantons, "city").drop("price").rows())
        .containsExactly(
            List.of(1, "Bern", "BE"),
            List.of(1, "Bern", "bern"),
            List.of(3, "Bern", "BE"),
            List.of(3, "Bern", "bern"));
    Table all = homes.leftJoin(cantons, "city");
    assertThat(all.columns()).containsExactly("id", "city", "price", "canton");
    assertThat(all.column("canton")).containsExactly("BE", "bern", null, "BE", "bern", null, null);
    assertThat(all.types()).hasSize(4);
    assertThat(homes.join(Table.of("id", "x").row(4L, true), "id").column("x"))
        .containsExactly(true);
    assertThatThrownBy(() -> homes.join(homes, "id"))
        .hasMessage(
            "Both tables have a column 'city' that is not in the key [id]: drop or rename it in one of them.");
  }

  @Test
  void groupsBecomeRowsInTheOrderInWhichTheyTurnUp() {
    Table means =
        homes
            .groupBy("city")
            .agg(
                Aggregate.count("homes"),
                Aggregate.of("mean:double", "price", Values::mean),
                Aggregate.of("ids", group -> group.column("id")));
    assertThat(means.columns()).containsExactly("city", "homes", "mean", "ids");
    assertThat(means.rows())
        .containsExactly(
            Arrays.asList("Bern", 2L, 100.0, List.of(1, 3)),
            Arrays.asList(null, 2L, 60.0, List.of(2, 5)),
            Arrays.asList("Chur", 1L, 80.0, List.of(4)));
    assertThat(homes.where("id", 3).groupBy("city").agg(Aggregate.of("m", "price", Values::mean)))
        .extracting(table -> table.column("m"))
        .isEqualTo(Arrays.asList((Object) null));
    assertThat(homes.groupBy().agg(Aggregate.count("n")).column("n")).containsExactly(5L);
    assertThat(homes.head(0).groupBy().agg(Aggregate.count("n")).column("n")).containsExactly(0L);
    assertThat(homes.head(0).groupBy("city").agg(Aggregate.count("n")).size()).isZero();
  }

  @Test
  void eachGroupCanBeChangedByItself() {
    Table dearest = homes.groupBy("city").each(group -> group.sortByDescending("price").head(1));
    assertThat(dearest.column("id")).containsExactly(1, 5, 4);
    assertThat(homes.groupBy("city").tables().get(List.of("Chur")).size()).isEqualTo(1);
  }

  @Test
  void sortingPutsNullFirstAndNanLast() {
    Table table =
        Table.of("k", "x").row(1, 2.0).row(2, null).row(3, Double.NaN).row(4, -1.0).row(5, 2.0);
    assertThat(table.sortBy("x").column("k")).containsExactly(2, 4, 1, 5, 3);
    assertThat(table.sortByDescending("x").column("k")).containsExactly(3, 1, 5, 4, 2);
    assertThat(homes.sortBy("city", "price").column("id")).containsExactly(2, 5, 3, 1, 4);
    assertThatThrownBy(() -> Table.of("x").row("a").row(1).sortBy("x"))
        .hasMessageContaining("sort by a column of one type");
  }

  @Test
  void distinctKeepsTheFirstOfEqualRows() {
    Table table =
        Table.of("a", "b").row(1, null).row(1, null).row(2, Double.NaN).row(2, Double.NaN);
    assertThat(table.distinct().rows())
        .containsExactly(Arrays.asList(1, null), List.of(2, Double.NaN));
  }

  @Test
  void cellsAreReadByNameAndType() {
    TableRow row =
        Table.parse(
                """
                n:int | x:double | t:string | ok:boolean | d:date     | at:timestamp         | v:vector
                7     | 2.5      | null     | true       | 2024-02-29 | 2024-02-29T00:00:00Z | [1, 2]
                """)
            .only();
    assertThat(row.whole("n")).isEqualTo(7);
    assertThat(row.number("n")).isEqualTo(7);
    assertThat(row.numberOrNull("x")).isEqualTo(2.5);
    assertThat(row.text("t")).isNull();
    assertThat(row.flag("ok")).isTrue();
    assertThat(row.date("d")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(row.time("at")).isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
    assertThat(row.vector("v")).containsExactly(1, 2);
    assertThatThrownBy(() -> row.number("ok")).hasMessageContaining("is no number but 'true'");
    assertThatThrownBy(() -> row.flag("t")).hasMessageContaining("is null: ask isNull first");
    assertThatThrownBy(() -> row.whole("x")).hasMessageContaining("is 2.5, which is not whole");
    assertThatThrownBy(() -> row.get("y")).hasMessageStartingWith("There is no column 'y'");
    assertThatThrownBy(homes::only).hasMessage("There is not one row but 5.");
  }

  @Test
  void numbersComeAsArraysAndValuesCanBeLookedUp() {
    assertThat(homes.complete().numbers("price")).containsExactly(100, 80);
    assertThat(homes.complete().numbers(List.of("price", "id")))
        .isDeepEqualTo(new double[][] {{100, 1}, {80, 4}});
    assertThat(homes.lookup("id", "city")).containsEntry(4, "Chur").hasSize(5);
    assertThat(homes.map(row -> row.whole("id") * 2)).containsExactly(2L, 4L, 6L, 8L, 10L);
    assertThatThrownBy(() -> homes.numbers("price")).hasMessageContaining("is null");
  }

  @Test
  void manyRowsAreAddedInLinearTime() {
    TableBuilder builder = Table.builder("id:int", "x");
    for (int i = 0; i < 200_000; i++) {
      builder.row(i, i / 2.0);
    }
    Table table = builder.build();
    assertThat(table.size()).isEqualTo(200_000);
    assertThat(table.at(199_999).values()).containsExactly(199_999, 99_999.5);
  }

  @Test
  void aTableDoesNotChangeWithWhatItWasMadeOf() {
    TableBuilder builder = Table.builder("x:int").row(1);
    Table one = builder.build();
    builder.row(2);
    assertThat(one.size()).isEqualTo(1);
    assertThatThrownBy(() -> one.rows().get(0).set(0, 5))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(one.types()).isEqualTo(Map.of("x", ColumnType.Scalar.INT));
  }
}
