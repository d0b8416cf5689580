package dev.kindling.data.houseinfo;

import dev.kindling.data.Draws;
import dev.kindling.data.Lookup;
import dev.kindling.data.TableDraft.Cells;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a price comes about: a sum of a constant, a coefficient times each number, the effect of the
 * city and normal noise. What was lost from the record still counts.
 *
 * @param base the constant, in dollars
 * @param coefficients dollars per unit of each number; that of {@code year_built} per year after
 *     1950
 * @param cities the effect of each city, in dollars
 * @param noise the standard deviation of the noise, in dollars
 */
public record HousePrices(
    double base, Map<String, Double> coefficients, Map<String, Double> cities, double noise) {

  static final int FIRST_YEAR = 1950;
  static final double NOISE = 15_000;
  static final List<String> CITIES = List.of("Alder Bay", "Brackenford", "Cresthaven", "Dunmere");

  public HousePrices {
    coefficients = Collections.unmodifiableMap(coefficients);
    cities = Collections.unmodifiableMap(cities);
  }

  static HousePrices draw(Draws draws) {
    Map<String, Double> coefficients = new LinkedHashMap<>();
    coefficients.put("num_rooms", draws.uniform(24_000, 32_000));
    coefficients.put("num_bathrooms", draws.uniform(10_000, 16_000));
    coefficients.put("num_basement_rooms", draws.uniform(6_000, 9_000));
    coefficients.put("year_built", draws.uniform(500, 800));
    Map<String, Double> cities = new LinkedHashMap<>();
    for (String city : CITIES) {
      cities.put(city, draws.uniform(-40_000, 40_000));
    }
    return new HousePrices(120_000, coefficients, cities, NOISE);
  }

  /** The price without noise, given the complete record. */
  double expected(Cells house) {
    double price = base + Lookup.of(cities, house.text("city"));
    for (Map.Entry<String, Double> term : coefficients.entrySet()) {
      double value = house.number(term.getKey());
      price += term.getValue() * (term.getKey().equals("year_built") ? value - FIRST_YEAR : value);
    }
    return price;
  }
}
