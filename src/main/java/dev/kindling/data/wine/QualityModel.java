package dev.kindling.data.wine;

import dev.kindling.data.Draws;
import dev.kindling.data.LogitScale;
import dev.kindling.data.Lookup;
import dev.kindling.data.Streams;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How a quality comes about: a score is a sum of terms, and the probability of at least quality q
 * is the logistic function of the score minus the cut of q.
 *
 * @param coefficients by term: a column, or {@code column:column} for a product, each column on its
 *     {@link #SCALES scale}; {@code is_red} as it is
 * @param cuts by quality, from 4 to 9; every wine has at least 3
 */
public record QualityModel(Map<String, Double> coefficients, Map<Integer, Double> cuts) {

  /** How the columns of the score are scaled; {@code is_red} is not. */
  public static final Map<String, Scale> SCALES =
      Map.of(
          "alcohol", new Scale(10.9, 0.9),
          "volatile acidity", new Scale(0.33, 0.08),
          "sulphates", new Scale(0.52, 0.06),
          "residual sugar", new Scale(4, 1.5),
          "pH", new Scale(3.22, 0.06),
          "free sulfur dioxide", new Scale(28, 14));

  static final List<String> INTERACTIONS = List.of("residual sugar:pH", "alcohol:sulphates");

  static final String SQUARE = "free sulfur dioxide:free sulfur dioxide";

  public QualityModel {
    coefficients = Collections.unmodifiableMap(coefficients);
    cuts = Collections.unmodifiableMap(cuts);
  }

  /** Draws the coefficients up to a common factor: signs are always the same, sizes are not. */
  static Map<String, Double> draw(Streams streams) {
    Draws draws = streams.draws("coefficients");
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("alcohol", draws.uniform(0.95, 1.05));
    terms.put("volatile acidity", draws.uniform(-0.45, -0.35));
    terms.put("sulphates", draws.uniform(0.3, 0.4));
    terms.put(INTERACTIONS.get(0), draws.uniform(-0.2, -0.15));
    terms.put(INTERACTIONS.get(1), draws.uniform(0.32, 0.4));
    terms.put(SQUARE, draws.uniform(-0.85, -0.75));
    terms.put(Wines.IS_RED, draws.uniform(-0.05, 0.05));
    return terms;
  }

  /** The score of a wine, given the value of each column. */
  double score(ToDoubleFunction<String> wine) {
    double score = 0;
    for (Map.Entry<String, Double> term : coefficients.entrySet()) {
      score += term.getValue() * value(term.getKey(), wine);
    }
    return score;
  }

  /** What a term's coefficient is multiplied with. */
  static double value(String term, ToDoubleFunction<String> wine) {
    double product = 1;
    for (String column : term.split(":")) {
      double value = wine.applyAsDouble(column);
      product *= SCALES.containsKey(column) ? SCALES.get(column).of(value) : value;
    }
    return product;
  }

  /**
   * The probability that a wine has at least this quality.
   *
   * @param quality from 4 to 9
   * @param wine the value of each column, by its name with blanks
   */
  public double probability(int quality, ToDoubleFunction<String> wine) {
    return LogitScale.logistic(score(wine) - Lookup.of(cuts, quality));
  }
}
