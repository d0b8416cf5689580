package dev.kindling.data.wine;

import dev.kindling.data.Csv;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.LogitScale;
import dev.kindling.data.Lookup;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import dev.kindling.reference.Auc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link Wines}. */
public final class WineGenerator implements Generator<WineTruth> {

  static final int RED = 1600;
  static final int WHITE = 4900;
  static final int CANARY = 400;

  private static final int CANARY_START = RED + WHITE;
  private static final int ALL = CANARY_START + CANARY;
  private static final int CANARY_RED = CANARY / 4;
  private static final int WORST = 3;

  /** How far the share of good wines and the best area may be from what is planted. */
  static final double MARGIN = 0.003;

  @Override
  public String name() {
    return "wine";
  }

  @Override
  public Generated<WineTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    TableDraft draft = new TableDraft(streams, ALL);
    draft.fill(Wines.IS_RED, (row, draws) -> isRed(row.index()));
    Chemistry.fill(draft);
    QualityModel model = model(streams, draft);
    draft.fill("score", (row, draws) -> model.score(row::number));
    draft.fillUntil(
        "quality",
        (row, draws) -> quality(row, model, draws.uniform()),
        WineGenerator::cameOutAsExpected);

    Table red = table(draft, Wines.SCHEMA.fieldNames(), 0, RED);
    Table white = table(draft, Wines.SCHEMA.fieldNames(), RED, CANARY_START);
    Table canary = table(draft, Wines.CANARY_SCHEMA.fieldNames(), CANARY_START, ALL);
    return new Generated<>(
        List.of(
            new Frame("red", Wines.SCHEMA, red),
            new Frame("white", Wines.SCHEMA, white),
            new Frame("canary", Wines.CANARY_SCHEMA, canary)),
        new WineTruth(model, red, white, canary));
  }

  @Override
  public List<SampleFile> samples(Generated<WineTruth> made) {
    return List.of(
        new SampleFile("red.csv", Csv.text(made.truth().red())),
        new SampleFile("white.csv", Csv.text(made.truth().white())));
  }

  private static int isRed(int row) {
    return row < RED || (row >= CANARY_START && row < CANARY_START + CANARY_RED) ? 1 : 0;
  }

  private static QualityModel model(Streams streams, TableDraft draft) {
    Map<String, Double> drawn = QualityModel.draw(streams);
    QualityModel proportions = new QualityModel(drawn, Map.of());
    double[] scores =
        IntStream.range(0, CANARY_START)
            .mapToDouble(row -> proportions.score(draft.row(row)::number))
            .toArray();
    Calibration calibration = new Calibration(scores);
    double factor = calibration.factor();
    Map<String, Double> coefficients = new LinkedHashMap<>(drawn);
    coefficients.replaceAll((term, value) -> factor * value);
    return new QualityModel(coefficients, calibration.cuts(factor));
  }

  /** The best quality that luck allows: the same luck for all cuts makes the qualities ordered. */
  private static int quality(Cells row, QualityModel model, double luck) {
    int quality = WORST;
    for (Map.Entry<Integer, Double> cut : model.cuts().entrySet()) {
      if (luck < LogitScale.logistic(row.number("score") - cut.getValue())) {
        quality = cut.getKey();
      }
    }
    return quality;
  }

  /** Luck moves both by half a percent between seeds; less than that tells models apart. */
  private static boolean cameOutAsExpected(TableDraft draft) {
    double[] scores = new double[CANARY_START];
    boolean[] good = new boolean[CANARY_START];
    int count = 0;
    for (int i = 0; i < CANARY_START; i++) {
      scores[i] = draft.row(i).number("score");
      good[i] = draft.row(i).whole("quality") >= Wines.GOOD;
      count += good[i] ? 1 : 0;
    }
    double share = count / (double) CANARY_START;
    return Math.abs(Auc.of(scores, good) - Calibration.BEST_AUC) < MARGIN
        && Math.abs(share - Lookup.of(Calibration.SHARES, Wines.GOOD)) < MARGIN;
  }

  private static Table table(TableDraft draft, String[] columns, int from, int to) {
    return draft.table(List.of(columns), Cells::get, IntStream.range(from, to).toArray());
  }
}
