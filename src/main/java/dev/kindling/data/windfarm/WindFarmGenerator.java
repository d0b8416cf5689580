package dev.kindling.data.windfarm;

import dev.kindling.data.Csv;
import dev.kindling.data.Decimals;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link WindFarm}. */
public final class WindFarmGenerator implements Generator<WindFarmTruth> {

  /** The standard deviation of the power around the curve, in kW. */
  static final double NOISE = 400;

  private static final List<String> COLUMNS = List.of(WindFarm.SCHEMA.fieldNames());
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int TRAIN = daysBefore(LocalDate.of(2023, 1, 1));
  private static final int VALIDATION = daysBefore(LocalDate.of(2025, 1, 1));
  private static final int TEST = daysBefore(LocalDate.of(2025, 7, 1));
  private static final int END = daysBefore(LocalDate.of(2026, 1, 1));

  @Override
  public String name() {
    return "windfarm";
  }

  @Override
  public Generated<WindFarmTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    PowerCurve curve = PowerCurve.draw(streams.draws("curve"));
    TableDraft draft = new TableDraft(streams, END);
    draft.fill("date", (row, draws) -> FIRST.plusDays(row.index()));
    new Weather(streams, END).fill(draft);
    draft.fill(
        "power",
        (row, draws) ->
            Decimals.round(
                WindFarmTruth.expectedPower(curve, row::number) + draws.normal(0, NOISE), 1));

    WindFarmTruth truth =
        new WindFarmTruth(
            curve,
            NOISE,
            days(draft, TRAIN, VALIDATION),
            days(draft, VALIDATION, TEST),
            days(draft, TEST, END),
            days(draft, 0, TRAIN));
    return new Generated<>(
        List.of(
            new Frame("train", WindFarm.SCHEMA, truth.train()),
            new Frame("validation", WindFarm.SCHEMA, truth.validation()),
            new Frame("test", WindFarm.SCHEMA, truth.test()),
            new Frame("canary", WindFarm.SCHEMA, truth.canary())),
        truth);
  }

  @Override
  public List<SampleFile> samples(Generated<WindFarmTruth> made) {
    return List.of(new SampleFile("windfarm.csv", Csv.text(made.truth().all())));
  }

  private static int daysBefore(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(FIRST, day);
  }

  private static Table days(TableDraft draft, int from, int to) {
    return draft.table(COLUMNS, Cells::get, IntStream.range(from, to).toArray());
  }
}
