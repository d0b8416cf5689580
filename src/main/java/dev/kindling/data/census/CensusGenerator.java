package dev.kindling.data.census;

import dev.kindling.data.Csv;
import dev.kindling.data.Draws;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.LogitScale;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import dev.kindling.reference.Auc;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link Census}. */
public final class CensusGenerator implements Generator<CensusTruth> {

  static final int PEOPLE = 20_000;
  static final int CANARY = 400;

  /** How many people the committed sample has. */
  static final int SAMPLE = 5000;

  /** The share of people who are expected to have an income above 50K. */
  static final double POSITIVE_RATE = 0.24;

  /** The area under the ROC curve that the true probability is expected to have. */
  static final double BEST_AUC = 0.92;

  /** How far the share and the best area may be from what is planted. */
  static final double MARGIN = 0.003;

  /** The percents of tax on an income up to 50K, and on one above. */
  static final List<Integer> LOW_BRACKETS = List.of(0, 10, 15, 22);

  static final List<Integer> HIGH_BRACKETS = List.of(28, 33, 40);

  private static final List<String> COLUMNS = List.of(Census.SCHEMA.fieldNames());
  private static final int ALL = PEOPLE + CANARY;

  @Override
  public String name() {
    return "census";
  }

  @Override
  public Generated<CensusTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    TableDraft draft = new TableDraft(streams, ALL);
    new People(PEOPLE, streams.draws("order of fnlwgt").permutation(ALL)).fill(draft);
    IncomeModel model = model(streams.draws("coefficients"), draft);
    draft.fill("probability", (row, draws) -> model.probability(row::get));
    draft.fillUntil(
        Census.INCOME,
        (row, draws) -> draws.chance(row.number("probability")) ? Census.POSITIVE : Census.NEGATIVE,
        CensusGenerator::cameOutAsExpected);
    draft.fill(
        Census.LEAK, (row, draws) -> draws.pick(isPositive(row) ? HIGH_BRACKETS : LOW_BRACKETS));

    Table people = table(draft, 0, PEOPLE);
    Table canary = table(draft, PEOPLE, ALL);
    return new Generated<>(
        List.of(
            new Frame("people", Census.SCHEMA, people), new Frame("canary", Census.SCHEMA, canary)),
        new CensusTruth(model, people, canary));
  }

  @Override
  public List<SampleFile> samples(Generated<CensusTruth> made) {
    return List.of(new SampleFile("census.csv", Csv.text(made.truth().people().head(SAMPLE))));
  }

  private static IncomeModel model(Draws draws, TableDraft draft) {
    IncomeModel drawn = IncomeModel.draw(draws);
    LogitScale scale =
        new LogitScale(
            IntStream.range(0, PEOPLE)
                .mapToDouble(row -> drawn.logOdds(draft.row(row)::get))
                .toArray());
    double factor = scale.factor(POSITIVE_RATE, BEST_AUC);
    return drawn.scaled(factor, -scale.cut(factor, POSITIVE_RATE));
  }

  /** Luck moves both by a third of a percent between seeds; less than that tells models apart. */
  private static boolean cameOutAsExpected(TableDraft draft) {
    double[] probabilities = new double[PEOPLE];
    boolean[] positive = new boolean[PEOPLE];
    int count = 0;
    for (int i = 0; i < PEOPLE; i++) {
      probabilities[i] = draft.row(i).number("probability");
      positive[i] = isPositive(draft.row(i));
      count += positive[i] ? 1 : 0;
    }
    return Math.abs(Auc.of(probabilities, positive) - BEST_AUC) < MARGIN
        && Math.abs(count / (double) PEOPLE - POSITIVE_RATE) < MARGIN;
  }

  private static boolean isPositive(Cells row) {
    return row.text(Census.INCOME).equals(Census.POSITIVE);
  }

  /** Every text gets the blank that stands before it in the public files. */
  private static Table table(TableDraft draft, int from, int to) {
    return draft.table(
        COLUMNS,
        (row, column) -> row.get(column) instanceof String text ? " " + text : row.get(column),
        IntStream.range(from, to).toArray());
  }
}
