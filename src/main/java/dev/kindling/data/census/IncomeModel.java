package dev.kindling.data.census;

import dev.kindling.data.Draws;
import dev.kindling.data.LogitScale;
import dev.kindling.data.Lookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How an income comes about: the probability that it is above 50K is the logistic function of the
 * log-odds, which are the intercept, plus a coefficient times each number, plus the effect of the
 * level of each text, plus the interaction times ({@code age} - 40) times ({@code hours_per_week} -
 * 40). Columns that are not named here have no effect of their own.
 *
 * @param intercept the log-odds of a row of zeros with levels without effect, but for the
 *     interaction
 * @param coefficients of the numbers, per unit of each
 * @param effects of the levels of each text, without blanks; {@code ?} is a level, too
 * @param interaction of age and hours, per year and hour
 */
public record IncomeModel(
    double intercept,
    Map<String, Double> coefficients,
    Map<String, Map<String, Double>> effects,
    double interaction) {

  /** The age and the hours at which their interaction is zero. */
  public static final double USUAL = 40;

  private static final Map<String, Double> USUAL_COEFFICIENTS =
      new LinkedHashMap<>(
          Map.of(
              "age", 0.022,
              "education_num", 0.24,
              "hours_per_week", 0.022,
              "capital_gain", 0.00022,
              "capital_loss", 0.0004));

  private static final double USUAL_INTERACTION = 0.006;

  private static final Map<String, String> USUAL_EFFECTS =
      Map.of(
          "workclass",
          "Private 0 Self-emp -0.3 Self-emp-inc 0.4 Local-gov -0.1 State-gov -0.2 Federal-gov 0.5 ? -0.5",
          "marital_status",
          "Divorced 0 Never-married -0.5 Separated -0.2 Widowed -0.1 Married 1.6",
          "occupation",
          "Clerical 0 Craft 0.1 Service -0.8 Sales 0.2 Machine-op -0.3 Managerial 0.8 Transport -0.2 Cleaning -0.7 Farming -0.9 Specialist 0.6 Technical 0.4 Protective 0.3 ? -0.4");

  public IncomeModel {
    coefficients = Collections.unmodifiableMap(coefficients);
    effects = Collections.unmodifiableMap(effects);
  }

  /** Draws a model without intercept: signs are always the same, sizes are not. */
  static IncomeModel draw(Draws draws) {
    UnaryOperator<Double> vary = usual -> usual * draws.uniform(0.9, 1.1);
    Map<String, Double> coefficients = new LinkedHashMap<>();
    USUAL_COEFFICIENTS.keySet().stream()
        .sorted()
        .forEach(n -> coefficients.put(n, vary.apply(Lookup.of(USUAL_COEFFICIENTS, n))));
    Map<String, Map<String, Double>> effects = new LinkedHashMap<>();
    USUAL_EFFECTS.keySet().stream()
        .sorted()
        .forEach(
            text -> {
              Levels usual = Levels.of(Lookup.of(USUAL_EFFECTS, text));
              Map<String, Double> ofLevels = new LinkedHashMap<>();
              for (int i = 0; i < usual.names().size(); i++) {
                ofLevels.put(usual.names().get(i), vary.apply(usual.weights().get(i)));
              }
              effects.put(text, ofLevels);
            });
    return new IncomeModel(0, coefficients, effects, vary.apply(USUAL_INTERACTION));
  }

  /** All terms times a factor, and another intercept. */
  IncomeModel scaled(double factor, double newIntercept) {
    Map<String, Double> numbers = new LinkedHashMap<>(coefficients);
    numbers.replaceAll((column, value) -> factor * value);
    Map<String, Map<String, Double>> texts = new LinkedHashMap<>();
    effects.forEach(
        (column, levels) -> {
          Map<String, Double> scaled = new LinkedHashMap<>(levels);
          scaled.replaceAll((level, effect) -> factor * effect);
          texts.put(column, scaled);
        });
    return new IncomeModel(newIntercept, numbers, texts, factor * interaction);
  }

  /**
   * The log-odds of a person.
   *
   * @param person the value of each column; blanks around a text do not count, and null is unknown
   */
  public double logOdds(Function<String, ?> person) {
    double sum = intercept;
    for (Map.Entry<String, Double> term : coefficients.entrySet()) {
      sum += term.getValue() * number(person, term.getKey());
    }
    for (Map.Entry<String, Map<String, Double>> term : effects.entrySet()) {
      Object level = person.apply(term.getKey());
      sum += Lookup.of(term.getValue(), level == null ? Census.UNKNOWN : level.toString().strip());
    }
    double age = number(person, "age") - USUAL;
    return sum + interaction * age * (number(person, "hours_per_week") - USUAL);
  }

  /** The probability that the income of a person is above 50K; as {@link #logOdds}. */
  public double probability(Function<String, ?> person) {
    return LogitScale.logistic(logOdds(person));
  }

  private static double number(Function<String, ?> person, String column) {
    return ((Number) person.apply(column)).doubleValue();
  }
}
