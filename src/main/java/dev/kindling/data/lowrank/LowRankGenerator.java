package dev.kindling.data.lowrank;

import dev.kindling.data.Csv;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link LowRank}. */
public final class LowRankGenerator implements Generator<LowRankTruth> {

  static final int TRAIN = 1500;
  static final int TEST = 500;
  static final int CANARY = 400;

  private static final int ALL = TRAIN + TEST + CANARY;
  private static final List<String> COLUMNS = List.of(LowRank.SCHEMA.fieldNames());

  @Override
  public String name() {
    return "lowrank";
  }

  @Override
  public Generated<LowRankTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    Map<String, Sensor> sensors =
        Sensor.draw(Loadings.draw(streams.draws("loadings")), streams.draws("means"));
    TableDraft draft = new TableDraft(streams, ALL);
    draft.fill("id", (row, draws) -> row.index() + 1);
    for (String cause : LowRank.CAUSES) {
      draft.fill(
          cause,
          (row, draws) ->
              draws.normal()
                  + (cause.equals("load") && isTest(row.index()) ? LowRankTruth.TEST_LOAD : 0));
    }
    sensors.forEach(
        (name, sensor) ->
            draft.fill(
                name,
                (row, draws) ->
                    sensor.read(pushed(row, sensor) + draws.normal(0, LowRankTruth.NOISE))));
    draft.fill(
        LowRank.LABEL,
        (row, draws) -> draws.chance(FaultModel.probability(causes(row))) ? 1.0 : 0.0);

    List<String> unseen = new ArrayList<>(List.of("id"));
    unseen.addAll(LowRank.CAUSES);
    LowRankTruth truth =
        new LowRankTruth(
            sensors,
            rows(draft, COLUMNS, 0, TRAIN),
            rows(draft, COLUMNS, TRAIN, TRAIN + TEST),
            rows(draft, COLUMNS, TRAIN + TEST, ALL),
            rows(draft, unseen, 0, ALL));
    return new Generated<>(
        List.of(
            new Frame("train", LowRank.SCHEMA, truth.train()),
            new Frame("test", LowRank.SCHEMA, truth.test()),
            new Frame("canary", LowRank.SCHEMA, truth.canary())),
        truth);
  }

  @Override
  public List<SampleFile> samples(Generated<LowRankTruth> made) {
    return List.of(
        new SampleFile("train.csv", Csv.text(made.truth().train())),
        new SampleFile("test.csv", Csv.text(made.truth().test())));
  }

  private static boolean isTest(int row) {
    return row >= TRAIN && row < TRAIN + TEST;
  }

  private static double pushed(Cells row, Sensor sensor) {
    double sum = 0;
    for (int i = 0; i < LowRank.CAUSES.size(); i++) {
      sum += sensor.loadings().get(i) * row.number(LowRank.CAUSES.get(i));
    }
    return sum;
  }

  private static List<Double> causes(Cells row) {
    return LowRank.CAUSES.stream().map(row::number).toList();
  }

  private static Table rows(TableDraft draft, List<String> columns, int from, int to) {
    return draft.table(columns, Cells::get, IntStream.range(from, to).toArray());
  }
}
