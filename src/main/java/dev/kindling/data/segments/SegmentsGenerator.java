package dev.kindling.data.segments;

import dev.kindling.data.Csv;
import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.Lookup;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link Segments}. */
public final class SegmentsGenerator implements Generator<SegmentsTruth> {

  static final int TRAIN = 2400;
  static final int TEST = 600;
  static final int CANARY = 400;

  /** One customer in so many belongs to no segment. */
  static final int ONE_STRAY_IN = 100;

  static final double SHARE_WITH_RETURNS = 0.05;
  static final double OPEN_DAYS = 6;

  private static final int ALL = TRAIN + TEST + CANARY;
  private static final int FIRST_ID = 10_000;
  private static final List<String> COLUMNS = List.of(Segments.SCHEMA.fieldNames());

  /** How far a stray may lie beyond low and high, in standard deviations within a segment. */
  private static final double STRAY_MARGIN = 3;

  @Override
  public String name() {
    return "segments";
  }

  @Override
  public Generated<SegmentsTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    Centres centres = Centres.draw(streams.draws("centres"));
    SpendModel spend = SpendModel.draw(streams.draws("spend model"));
    TableDraft draft = new TableDraft(streams, ALL);
    int[] ids = streams.draws("ids").permutation(ALL);
    draft.fill("customer_id", (row, draws) -> FIRST_ID + ids[row.index()]);
    draft.fill("segment", (row, draws) -> segment(row.index(), draws));
    for (String column : Segments.TELLING) {
      draft.fill(column, (row, draws) -> telling(centres, column, row.whole("segment"), draws));
    }
    draft.fill(Segments.LOUD, (row, draws) -> income(centres, row.whole("segment"), draws));
    draft.fill(
        Segments.SPARSE,
        (row, draws) -> draws.chance(SHARE_WITH_RETURNS) ? (double) draws.between(1, 3) : 0.0);
    draft.fill(Segments.CONSTANT, (row, draws) -> OPEN_DAYS);
    Outside.plant(draft, centres, TRAIN, TEST);
    draft.fill(
        Segments.LABEL,
        (row, draws) ->
            Decimals.round(spend.expected(row::number) + draws.normal(0, SpendModel.NOISE), 2));

    SegmentsTruth truth =
        new SegmentsTruth(
            centres,
            spend,
            rows(draft, 0, TRAIN),
            rows(draft, TRAIN, TRAIN + TEST),
            rows(draft, TRAIN + TEST, ALL),
            segments(draft));
    return new Generated<>(
        List.of(
            new Frame("train", Segments.SCHEMA, truth.train()),
            new Frame("test", Segments.SCHEMA, truth.test()),
            new Frame("canary", Segments.SCHEMA, truth.canary())),
        truth);
  }

  @Override
  public List<SampleFile> samples(Generated<SegmentsTruth> made) {
    return List.of(
        new SampleFile("train.csv", Csv.text(made.truth().train())),
        new SampleFile("test.csv", Csv.text(made.truth().test())));
  }

  private static int segment(int row, Draws draws) {
    int drawn = draws.pick(List.of(0, 1, 2, 3), Centres.WEIGHTS);
    return row % ONE_STRAY_IN == ONE_STRAY_IN - 1 ? SegmentsTruth.STRAY : drawn;
  }

  private static double telling(Centres centres, String column, int segment, Draws draws) {
    double sd = Lookup.of(centres.sds(), column);
    if (segment != SegmentsTruth.STRAY) {
      return Decimals.round(draws.normal(centres.mean(column, segment), sd), 2);
    }
    double[] places =
        Lookup.of(centres.means(), column).stream().mapToDouble(m -> m).sorted().toArray();
    double low = places[0] - STRAY_MARGIN * sd;
    double high = places[places.length - 1] + STRAY_MARGIN * sd;
    return Decimals.round(draws.uniform(low, high), 2);
  }

  private static double income(Centres centres, int segment, Draws draws) {
    double mean =
        segment == SegmentsTruth.STRAY ? Centres.INCOME : centres.mean(Segments.LOUD, segment);
    return Decimals.round(draws.normal(mean, Centres.INCOME_SD), 0);
  }

  private static Map<Integer, Integer> segments(TableDraft draft) {
    Map<Integer, Integer> segments = new HashMap<>();
    for (int i = 0; i < ALL; i++) {
      segments.put(draft.row(i).whole("customer_id"), draft.row(i).whole("segment"));
    }
    return segments;
  }

  private static Table rows(TableDraft draft, int from, int to) {
    return draft.table(COLUMNS, Cells::get, IntStream.range(from, to).toArray());
  }
}
