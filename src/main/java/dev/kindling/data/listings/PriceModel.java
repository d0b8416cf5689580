package dev.kindling.data.listings;

import dev.kindling.data.Draws;
import dev.kindling.data.Lookup;
import dev.kindling.data.Streams;
import dev.kindling.data.TableDraft.Cells;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a price comes about: the natural logarithm of the price is a sum of known coefficients, and
 * normal noise on top.
 *
 * @param coefficients by term: {@code (intercept)}, a column, {@code column=level}, or {@code
 *     column:column} for a product
 */
record PriceModel(Map<String, Double> coefficients) {

  /** The standard deviation of the noise of the log price. */
  static final double NOISE = 0.30;

  static final String INTERACTION = "bedrooms:accommodates";

  /** Draws the coefficients: the signs are always the same, the sizes are not. */
  static PriceModel draw(Streams streams) {
    Draws draws = streams.draws("coefficients");
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("(intercept)", draws.uniform(3.35, 3.5));
    terms.put("accommodates", draws.uniform(-0.03, -0.01));
    terms.put("bedrooms", draws.uniform(-0.08, -0.05));
    terms.put(INTERACTION, draws.uniform(0.082, 0.095));
    terms.put("bathrooms", draws.uniform(0.08, 0.12));
    terms.put("host_income", draws.uniform(1.8e-6, 2.4e-6));
    terms.put("review_scores_rating", draws.uniform(0.007, 0.010));
    terms.put("host_is_superhost=f", 0.0);
    terms.put("host_is_superhost=t", draws.uniform(0.05, 0.09));
    terms.put("room_type=" + Homes.ENTIRE, 0.0);
    terms.put("room_type=" + Homes.PRIVATE, draws.uniform(-0.55, -0.40));
    terms.put("room_type=" + Homes.SHARED, draws.uniform(-1.05, -0.85));
    for (String type : Homes.PROPERTY_TYPES) {
      double effect = draws.uniform(0.05, 0.25);
      terms.put("property_type=" + type, type.equals(Homes.PROPERTY_TYPES.get(0)) ? 0 : effect);
    }
    terms.put("property_type=" + Homes.TEST_ONLY_PROPERTY, 0.0);
    for (String place : Places.NEIGHBOURHOODS) {
      double effect = draws.uniform(-0.35, 0.35);
      boolean base = place.equals(Places.NEIGHBOURHOODS.get(0));
      terms.put("neighbourhood_cleansed=" + place, base ? 0 : effect);
    }
    return new PriceModel(terms);
  }

  /** The log price without noise. */
  double logPrice(Cells row) {
    double sum = Lookup.of(coefficients, "(intercept)");
    for (String column :
        new String[] {
          "accommodates", "bedrooms", "bathrooms", "host_income", "review_scores_rating"
        }) {
      sum += Lookup.of(coefficients, column) * row.number(column);
    }
    sum +=
        Lookup.of(coefficients, INTERACTION) * row.number("bedrooms") * row.number("accommodates");
    for (String column :
        new String[] {
          "host_is_superhost", "room_type", "property_type", "neighbourhood_cleansed"
        }) {
      sum += Lookup.of(coefficients, column + "=" + row.text(column));
    }
    return sum;
  }
}
