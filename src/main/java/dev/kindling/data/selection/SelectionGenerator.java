package dev.kindling.data.selection;

import dev.kindling.data.Decimals;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.Lookup;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the frames and the truth of {@link Signals}. */
public final class SelectionGenerator implements Generator<SelectionTruth> {

  static final int TRAIN = 3000;
  static final int TEST = 1000;
  static final int CANARY = 400;

  /** How much of a second informative number is in a redundant one. */
  static final double SECOND = 0.2;

  /** How much noise is in a redundant number. */
  static final double BLUR = 0.2;

  /** How many levels the category with many levels has. */
  static final int MANY_LEVELS = 200;

  /** About one row in so many has another value in the column that hardly ever changes. */
  static final int ONE_CHANGE_IN = 250;

  private static final int ALL = TRAIN + TEST + CANARY;
  private static final List<String> COLUMNS = List.of(Signals.SCHEMA.fieldNames());

  @Override
  public String name() {
    return "selection";
  }

  @Override
  public Generated<SelectionTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    Roles roles = Roles.draw(streams.draws("roles"));
    Map<String, Scale> scales = Scale.draw(streams.draws("scales"));
    SignalModel model = SignalModel.draw(roles, scales, streams.draws("model"));
    TableDraft draft = new TableDraft(streams, ALL);
    draft.fill("id", (row, draws) -> row.index() + 1);
    for (String column : roles.informative()) {
      draft.fill(column, (row, draws) -> Lookup.of(scales, column).of(draws.normal()));
    }
    for (String column : roles.informativeCategories()) {
      int levels = Lookup.of(model.effects(), column).size();
      draft.fill(column, (row, draws) -> draws.below(levels));
    }
    draft.fill(
        Signals.TARGET,
        (row, draws) ->
            Decimals.round(model.expected(row::number) + draws.normal(0, SignalModel.NOISE), 3));
    draft.fill(
        Signals.LABEL, (row, draws) -> draws.chance(model.probability(row::number)) ? 1.0 : 0.0);
    fillRedundant(draft, roles, scales, model);
    fillNoise(draft, roles, scales);

    SelectionTruth truth =
        new SelectionTruth(
            roles,
            model,
            rows(draft, 0, TRAIN),
            rows(draft, TRAIN, TRAIN + TEST),
            rows(draft, TRAIN + TEST, ALL),
            Wide.draw(streams));
    return new Generated<>(
        List.of(
            new Frame("train", Signals.SCHEMA, truth.train()),
            new Frame("test", Signals.SCHEMA, truth.test()),
            new Frame("canary", Signals.SCHEMA, truth.canary()),
            new Frame(
                "wide", Signals.WIDE_SCHEMA, truth.wide().train().union(truth.wide().test()))),
        truth);
  }

  /**
   * A redundant number is one informative number with some of the next one and noise. The next one
   * comes in with the sign that works against the first: so an L1 penalty prefers the original, for
   * any strength.
   */
  private static void fillRedundant(
      TableDraft draft, Roles roles, Map<String, Scale> scales, SignalModel model) {
    roles
        .redundant()
        .forEach(
            (column, first) -> {
              int next = (roles.informative().indexOf(first) + 1) % Roles.INFORMATIVE;
              String second = roles.informative().get(next);
              double against =
                  -Math.signum(
                      Lookup.of(model.coefficients(), first)
                          * Lookup.of(model.coefficients(), second));
              draft.fill(
                  column,
                  (row, draws) ->
                      Lookup.of(scales, column)
                          .of(
                              (standard(row, first, scales)
                                      + against * SECOND * standard(row, second, scales)
                                      + BLUR * draws.normal())
                                  / Math.sqrt(1 + SECOND * SECOND + BLUR * BLUR)));
            });
  }

  private static void fillNoise(TableDraft draft, Roles roles, Map<String, Scale> scales) {
    Chance chance = new Chance(draft, TRAIN);
    for (String column : roles.noise()) {
      Scale scale = Lookup.of(scales, column);
      draft.fillUntil(
          column,
          (row, draws) ->
              column.equals(roles.nearConstant())
                  ? Decimals.round(scale.mean() + (draws.chance(1.0 / ONE_CHANGE_IN) ? 1 : 0), 2)
                  : scale.of(draws.normal()),
          made ->
              chance.isUncorrelated(column, Signals.TARGET)
                  && chance.isUncorrelated(column, Signals.LABEL));
    }
    for (String column : roles.noiseCategories()) {
      boolean many = column.equals(roles.highCardinality());
      int levels = many ? MANY_LEVELS : 2 + roles.noiseCategories().indexOf(column);
      draft.fillUntil(
          column,
          (row, draws) -> draws.below(levels),
          made -> chance.isIndependent(column, Signals.LABEL));
    }
  }

  private static double standard(Cells row, String column, Map<String, Scale> scales) {
    return (row.number(column) - Lookup.of(scales, column).mean()) / Lookup.of(scales, column).sd();
  }

  private static Table rows(TableDraft draft, int from, int to) {
    return draft.table(COLUMNS, Cells::get, IntStream.range(from, to).toArray());
  }
}
