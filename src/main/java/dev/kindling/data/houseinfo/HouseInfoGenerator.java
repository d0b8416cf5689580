package dev.kindling.data.houseinfo;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** Makes the frames and the truth of {@link HouseInfo}. */
public final class HouseInfoGenerator implements Generator<HouseInfoTruth> {

  static final int HOUSES = 500;
  static final int CANARY = 100;

  /** The columns of a flattened record. */
  static final List<String> FLAT =
      Stream.of(
              Stream.of("id"),
              Stream.of(HouseInfo.INFO.fieldNames()).filter(name -> !name.equals("address")),
              Stream.of(HouseInfo.ADDRESS.fieldNames()),
              Stream.of("price"))
          .flatMap(names -> names)
          .toList();

  private static final int FIRST_ID = 2001;
  private static final List<String> PLANTS =
      List.of(
          "Alder", "Birch", "Clover", "Fern", "Hazel", "Juniper", "Larch", "Maple", "Rowan",
          "Sorrel", "Thistle", "Willow");
  private static final List<String> WAYS = List.of("Close", "Lane", "Road", "Street", "Walk");

  @Override
  public String name() {
    return "houseinfo";
  }

  @Override
  public Generated<HouseInfoTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    HousePrices prices = HousePrices.draw(streams.draws("prices"));
    TableDraft draft = new TableDraft(streams, HOUSES + CANARY);
    fillHouses(draft, prices);
    int[] ranks = Losses.ranks(streams, "houses", HOUSES);
    int[] canaryRanks = Losses.ranks(streams, "canary", CANARY);
    draft.fill("part size", (row, draws) -> row.index() < HOUSES ? HOUSES : CANARY);
    draft.fill(
        "rank",
        (row, draws) ->
            row.index() < HOUSES ? ranks[row.index()] : canaryRanks[row.index() - HOUSES]);
    Losses.fill(draft);

    int[] houses = IntStream.range(0, HOUSES).toArray();
    int[] canary = IntStream.range(HOUSES, HOUSES + CANARY).toArray();
    HouseInfoTruth truth = new HouseInfoTruth(prices, tables(draft, houses), tables(draft, canary));
    return new Generated<>(
        List.of(
            new Frame("lines", HouseInfo.LINES_SCHEMA, truth.houses().lines()),
            new Frame("houses", HouseInfo.SCHEMA, nested(draft, houses)),
            new Frame("canary_lines", HouseInfo.LINES_SCHEMA, truth.canary().lines()),
            new Frame("canary", HouseInfo.SCHEMA, nested(draft, canary))),
        truth);
  }

  /** The sample is the file that a reader of JSON lines gets. */
  @Override
  public List<SampleFile> samples(Generated<HouseInfoTruth> made) {
    String text =
        made.truth().houses().lines().column("value").stream()
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return List.of(new SampleFile("house_info.jsonl", text));
  }

  private static void fillHouses(TableDraft draft, HousePrices prices) {
    draft.fill("id", (row, draws) -> FIRST_ID + row.index());
    draft.fill("city", (row, draws) -> draws.pick(HousePrices.CITIES));
    draft.fill("street_name", (row, draws) -> draws.pick(PLANTS) + " " + draws.pick(WAYS));
    draft.fill("house_number", (row, draws) -> draws.between(1, 180));
    draft.fill("num_rooms", (row, draws) -> draws.between(2, 9));
    draft.fill(
        "num_bedrooms",
        (row, draws) -> Math.max(1, row.whole("num_rooms") / 2 - draws.between(0, 1)));
    draft.fill(
        "num_bathrooms", (row, draws) -> 1 + 0.5 * draws.below(1 + row.whole("num_rooms") / 2));
    draft.fill("num_basement_rooms", (row, draws) -> basement(draws));
    draft.fill("year_built", (row, draws) -> draws.between(1950, 2024));
    draft.fill(
        "price",
        (row, draws) ->
            Decimals.round(prices.expected(row) + draws.normal(0, HousePrices.NOISE), 0));
  }

  /** Most houses have no basement: 0 is a value like any other. */
  private static int basement(Draws draws) {
    return draws.chance(0.55) ? 0 : draws.between(1, 3);
  }

  private static HouseTables tables(TableDraft draft, int... rows) {
    return new HouseTables(
        draft.table(List.of("value"), (house, column) -> Json.line(house), rows),
        draft.table(FLAT, Losses::flat, rows),
        draft.table(FLAT, Losses::cleaned, rows),
        draft.table(FLAT, Cells::get, rows));
  }

  private static Table nested(TableDraft draft, int... rows) {
    StructType schema = HouseInfo.SCHEMA;
    return new Table(
        List.of(schema.fieldNames()),
        IntStream.of(rows).mapToObj(row -> Json.nested(draft.row(row), schema)).toList());
  }
}
