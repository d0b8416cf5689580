package dev.kindling.data.listings;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link Listings}. */
public final class ListingsGenerator implements Generator<ListingsTruth> {

  private static final List<String> COLUMNS = List.of(Listings.SCHEMA.fieldNames());

  private static final double LOWEST_PRICE = 5;
  private static final double HIGHEST_PRICE = 9000;

  @Override
  public String name() {
    return "listings";
  }

  @Override
  public Generated<ListingsTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    Layout layout = Layout.draw(streams);
    PriceModel model = PriceModel.draw(streams);
    TableDraft draft = draft(streams, layout, model);
    Published published = new Published(layout);
    BiFunction<Cells, String, Object> complete = Cells::get;

    Table train = draft.table(COLUMNS, published::value, layout.train());
    Table test = draft.table(COLUMNS, published::value, layout.test());
    Table canary = draft.table(COLUMNS, published::value, layout.canary());
    Table raw = draft.table(COLUMNS, published::text, layout.all(streams));
    List<Frame> frames =
        List.of(
            new Frame("raw", Listings.RAW_SCHEMA, raw),
            new Frame("train", Listings.SCHEMA, train),
            new Frame("test", Listings.SCHEMA, test),
            new Frame("canary", Listings.SCHEMA, canary),
            new Frame(
                "complete_train",
                Listings.SCHEMA,
                draft.table(COLUMNS, complete, Layout.once(layout.train()))),
            new Frame(
                "complete_test",
                Listings.SCHEMA,
                draft.table(COLUMNS, complete, Layout.once(layout.test()))));
    return new Generated<>(frames, new TruthFinder(draft, layout).find(model, train, test, canary));
  }

  private static TableDraft draft(Streams streams, Layout layout, PriceModel model) {
    TableDraft draft = new TableDraft(streams, Layout.LISTINGS);
    MedianMargins margins = new MedianMargins(layout);
    int[] ids = streams.draws("id").permutation(Layout.LISTINGS);
    draft.fill("id", (row, draws) -> Listings.FIRST_ID + ids[row.index()]);
    Gaps.fill(draft);
    Homes.fill(draft, layout, margins, streams.draws("dormitory").between(4, 6));
    new Hosts(streams.draws("hosts")).fill(draft, margins);
    draft.fill("log price", (row, draws) -> model.logPrice(row));
    draft.fillUntil("price", ListingsGenerator::price, ListingsGenerator::pricesAreUsual);
    draft.fill("price of an outlier", (row, draws) -> (double) draws.between(10_001, 25_000));
    draft.fill(
        "price_per_guest",
        (row, draws) -> perGuest(row.number("price"), row.whole("accommodates")));
    return draft;
  }

  /** Whole dollars; a dollar's rounding is far below the noise. */
  private static Object price(Cells row, Draws draws) {
    double noise = draws.normal(0, PriceModel.NOISE);
    return (double) Math.round(StrictMath.exp(row.number("log price") + noise));
  }

  /** No price may be taken for one of the planted outliers. */
  private static boolean pricesAreUsual(TableDraft draft) {
    return IntStream.range(0, Layout.LISTINGS)
        .mapToDouble(row -> draft.row(row).number("price"))
        .allMatch(price -> price >= LOWEST_PRICE && price <= HIGHEST_PRICE);
  }

  static double perGuest(double price, int guests) {
    return Decimals.round(price / guests, 2);
  }
}
