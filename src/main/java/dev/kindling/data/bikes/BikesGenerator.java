package dev.kindling.data.bikes;

import dev.kindling.data.Csv;
import dev.kindling.data.Draws;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.LogitScale;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link Bikes}. */
public final class BikesGenerator implements Generator<BikesTruth> {

  static final int MISSING = 44;
  static final int SHOWN = HourCalendar.HOURS - MISSING;
  static final int CANARY = 400;

  /** How many hours the committed sample has. */
  static final int SAMPLE = 5000;

  /** How long the counter was broken, once in each year. */
  static final int BROKEN = 12;

  /** From one hour of the canary to the next: one that reaches every hour of the day. */
  private static final int STEP = 43;

  private static final List<String> COLUMNS = List.of(Bikes.SCHEMA.fieldNames());

  @Override
  public String name() {
    return "bike_hourly";
  }

  @Override
  public Generated<BikesTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    CountModel model = CountModel.draw(streams.draws("model"));
    TableDraft draft = new TableDraft(streams, 2 * HourCalendar.HOURS);
    HourCalendar.fill(draft);
    new Weather(streams, 2 * HourCalendar.HOURS).fill(draft);
    draft.fill(Bikes.COUNT, (row, draws) -> count(model, row, draws));
    draft.fill("casual", BikesGenerator::casual);
    draft.fill("registered", (row, draws) -> row.whole(Bikes.COUNT) - row.whole("casual"));

    Set<Integer> missing = missing(streams.draws("missing"));
    int[] shown =
        IntStream.range(0, HourCalendar.HOURS).filter(hour -> !missing.contains(hour)).toArray();
    int[] canary = IntStream.range(0, CANARY).map(i -> HourCalendar.HOURS + STEP * i).toArray();
    number(draft, shown, canary);
    BikesTruth truth =
        new BikesTruth(
            model,
            draft.table(COLUMNS, Cells::get, shown),
            draft.table(COLUMNS, Cells::get, canary));
    return new Generated<>(
        List.of(
            new Frame("hours", Bikes.SCHEMA, truth.hours()),
            new Frame("canary", Bikes.SCHEMA, truth.canary())),
        truth);
  }

  @Override
  public List<SampleFile> samples(Generated<BikesTruth> made) {
    return List.of(new SampleFile("bike_hourly.csv", Csv.text(made.truth().hours().head(SAMPLE))));
  }

  private static Object count(CountModel model, Cells row, Draws draws) {
    double log = model.level(row::get) + draws.normal(0, CountModel.NOISE);
    return (int) Math.max(0, Math.round(StrictMath.expm1(log)));
  }

  /** Who rents without a subscription: on days off, and when it is warm. */
  private static Object casual(Cells row, Draws draws) {
    double usual = row.whole("workingday") == 1 ? -2.2 : -0.6;
    double warm = 0.4 * (row.number("temp") - CountModel.BEST_TEMPERATURE) / 10;
    double share = LogitScale.logistic(usual + warm + draws.normal(0, 0.3));
    return (int) Math.round(share * row.whole(Bikes.COUNT));
  }

  /** In each year the counter was broken once; the other hours are lost one by one. */
  private static Set<Integer> missing(Draws draws) {
    Set<Integer> missing = new TreeSet<>();
    int half = HourCalendar.HOURS / 2;
    for (int start = 0; start < HourCalendar.HOURS; start += half) {
      int broken = start + draws.between(1, half - BROKEN - 1);
      IntStream.range(broken, broken + BROKEN).forEach(missing::add);
    }
    while (missing.size() < MISSING) {
      missing.add(draws.between(1, HourCalendar.HOURS - 2));
    }
    return missing;
  }

  /** Numbers the hours of both frames from 1 on. */
  private static void number(TableDraft draft, int[] shown, int... canary) {
    int[] numbers = new int[2 * HourCalendar.HOURS];
    int next = 1;
    for (int hour : shown) {
      numbers[hour] = next++;
    }
    for (int hour : canary) {
      numbers[hour] = next++;
    }
    draft.fill("instant", (row, draws) -> numbers[row.index()]);
  }
}
