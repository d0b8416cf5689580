package dev.kindling.data.houseinfo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark sees of the houses. */
class HouseInfoTest {

  @TempDir static Path cache;

  private final HouseInfo houses = new HouseInfo(new DataContext(TestSpark.session(), 7, cache));

  @Test
  void theLinesParsedAreTheHouses() {
    assertThat(houses.lines().schema()).isEqualTo(HouseInfo.LINES_SCHEMA);
    assertThat(houses.houses().schema()).isEqualTo(HouseInfo.SCHEMA);
    assertThat(parsed(houses.lines()))
        .hasSize(500)
        .containsExactlyInAnyOrderElementsOf(houses.houses().collectAsList());
    assertThat(parsed(houses.canaryLines()))
        .hasSize(100)
        .containsExactlyInAnyOrderElementsOf(houses.canary().collectAsList());
  }

  @Test
  void theHousesFlattenedAreTheFlatTable() {
    assertThat(flat(houses.houses()))
        .containsExactlyInAnyOrderElementsOf(text(houses.truth().houses().flat()));
    assertThat(flat(houses.canary()))
        .containsExactlyInAnyOrderElementsOf(text(houses.truth().canary().flat()));
  }

  @Test
  void aMissingObjectIsANullStruct() {
    Table flat = houses.truth().houses().flat();
    assertThat(ids(houses.houses().where("house_info is null")))
        .containsExactlyInAnyOrderElementsOf(ids(flat.where("num_rooms", null)));
    assertThat(ids(houses.houses().where("house_info is not null and house_info.address is null")))
        .containsExactlyInAnyOrderElementsOf(
            ids(flat.where(row -> row.isNull("city") && !row.isNull("num_rooms"))));
  }

  @Test
  void sparkInfersTheFieldsOfTheRecord() {
    Dataset<Row> inferred = TestSpark.session().read().json(houses.lines().as(Encoders.STRING()));
    assertThat(inferred.columns()).containsExactlyInAnyOrder("id", "price", "house_info");
    assertThat(inferred.select("house_info.*").columns())
        .containsExactlyInAnyOrder(HouseInfo.INFO.fieldNames());
  }

  private static List<Row> parsed(Dataset<Row> lines) {
    return lines
        .select(from_json(col("value"), HouseInfo.SCHEMA).as("record"))
        .select("record.*")
        .collectAsList();
  }

  private static List<String> flat(Dataset<Row> houses) {
    return houses
        .selectExpr("id", "price", "house_info.*")
        .selectExpr("*", "address.*")
        .selectExpr(HouseInfoGenerator.FLAT.toArray(String[]::new))
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  private static List<Integer> ids(Table houses) {
    return houses.map(row -> (Integer) row.get("id"));
  }

  private static List<Integer> ids(Dataset<Row> houses) {
    return houses.select("id").as(Encoders.INT()).collectAsList();
  }

  private static List<String> text(Table table) {
    return table.rows().stream()
        .map(row -> String.join("|", row.stream().map(String::valueOf).toList()))
        .toList();
  }
}
