package dev.kindling.data.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.DataContext;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Least squares finds the planted coefficients again. */
class ListingsPriceTest {

  @TempDir static Path cache;

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void leastSquaresFindsEveryCoefficientAndReachesTheFloor(long seed) {
    Listings listings = new Listings(new DataContext(TestSpark.session(), seed, cache));
    ListingsTruth truth = listings.truth();
    List<String> terms =
        truth.coefficients().entrySet().stream()
            .filter(term -> term.getValue() != 0 && !term.getKey().equals("(intercept)"))
            .map(term -> term.getKey())
            .toList();
    assertThat(terms).hasSize(6 + 1 + 2 + 5 + 35);

    LinearRegressionModel model = fit(listings.completeTrain(), terms);
    double[] errors = model.summary().coefficientStandardErrors();
    for (int i = 0; i < terms.size(); i++) {
      // 49 terms and 4 seeds: not one in ten thousand runs is off by five standard errors.
      assertThat(model.coefficients().apply(i))
          .as(terms.get(i))
          .isCloseTo(truth.coefficient(terms.get(i)), within(5 * errors[i]));
    }
    assertThat(model.intercept())
        .isCloseTo(truth.coefficient("(intercept)"), within(5 * errors[terms.size()]));

    // Fifty estimated terms cost about 50 / 5,355 of the variance: half a percent of the RMSE.
    double rmse = model.evaluate(features(listings.completeTest(), terms)).rootMeanSquaredError();
    assertThat(rmse).isCloseTo(truth.testRmseFloor(), within(0.02 * truth.noise()));

    List<String> without = new ArrayList<>(terms);
    without.remove(PriceModel.INTERACTION);
    assertThat(model.summary().r2() - fit(listings.completeTrain(), without).summary().r2())
        .as("what the interaction is worth")
        .isGreaterThan(0.015);
  }

  private static LinearRegressionModel fit(Dataset<Row> frame, List<String> terms) {
    return new LinearRegression()
        .setLabelCol("log_price")
        .setSolver("normal")
        .fit(features(frame, terms));
  }

  private static Dataset<Row> features(Dataset<Row> frame, List<String> terms) {
    List<Column> columns = new ArrayList<>(List.of(functions.log("price").as("log_price")));
    String[] names = new String[terms.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = "term" + i;
      columns.add(term(terms.get(i)).as(names[i]));
    }
    return new VectorAssembler()
        .setInputCols(names)
        .setOutputCol("features")
        .transform(frame.select(columns.toArray(Column[]::new)));
  }

  private static Column term(String term) {
    String[] level = term.split("=", 2);
    String[] factors = term.split(":", 2);
    if (level.length == 2) {
      return functions.col(level[0]).equalTo(level[1]).cast("double");
    }
    return factors.length == 2
        ? functions.col(factors[0]).multiply(functions.col(factors[1]))
        : functions.col(term);
  }
}
