package dev.kindling.data.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Draws;
import dev.kindling.data.ExpectedAuc;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.reference.Auc;
import dev.kindling.reference.Correlations;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class CensusTruthTest {

  private static List<CensusTruth> truths() {
    return Made.ALL;
  }

  /** Made once: all tests look at the same people. */
  private static final class Made {
    private static final List<CensusTruth> ALL = List.of(truth(42), truth(7), truth(2026));

    private static CensusTruth truth(long seed) {
      return new CensusGenerator().generate(seed).truth();
    }
  }

  @ParameterizedTest
  @MethodSource("truths")
  void everybodyHasAWeightOfTheirOwnAndNothingIsNull(CensusTruth truth) {
    Table all = truth.people().union(truth.canary());
    assertThat(truth.people().size()).isEqualTo(20_000);
    assertThat(truth.canary().size()).isEqualTo(400);
    assertThat(new HashSet<>(all.column("fnlwgt"))).hasSize(20_400);
    assertThat(all.complete().size()).isEqualTo(20_400);
  }

  @ParameterizedTest
  @MethodSource("truths")
  void everyTextBeginsWithOneBlankAndUnknownOnesAreMarked(CensusTruth truth) {
    List<String> texts =
        Arrays.stream(Census.SCHEMA.fields())
            .filter(field -> field.dataType().equals(DataTypes.StringType))
            .map(field -> field.name())
            .toList();
    assertThat(texts).hasSize(9);
    for (String column : texts) {
      assertThat(truth.people().column(column)).as(column).allMatch(v -> isRaw(v.toString()));
      double unknown = truth.people().where(column, " ?").size() / 20_000.0;
      if (Census.WITH_UNKNOWN.contains(column)) {
        assertThat(unknown).as(column).isBetween(0.01, 0.08);
      } else {
        assertThat(unknown).as(column).isZero();
      }
    }
    assertThat(truth.people().where("workclass", " ?").column("occupation")).containsOnly(" ?");
  }

  private static boolean isRaw(String text) {
    return text.matches(" \\S+");
  }

  @ParameterizedTest
  @MethodSource("truths")
  void educationAndItsNumberSayTheSame(CensusTruth truth) {
    Table pairs = truth.people().select("education", "education_num").distinct();
    assertThat(pairs.sortBy("education_num").column("education"))
        .isEqualTo(Levels.EDUCATION.stream().map(level -> " " + level).toList());
    assertThat(pairs.sortBy("education_num").column("education_num"))
        .isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void numbersHaveTheirRanges(CensusTruth truth) {
    Map<String, List<Double>> ranges =
        Map.of(
            "age", List.of(17.0, 90.0),
            "hours_per_week", List.of(1.0, 99.0),
            "capital_gain", List.of(0.0, 25_000.0),
            "capital_loss", List.of(0.0, 4000.0));
    ranges.forEach(
        (column, range) -> {
          assertThat(truth.people().values(column).min()).isBetween(range.get(0), range.get(1));
          assertThat(truth.people().values(column).max()).isBetween(range.get(0), range.get(1));
        });
    assertThat(truth.people().values("capital_gain").mode()).isEqualTo(0);
    assertThat(truth.people().values("hours_per_week").mode()).isEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("truths")
  void theTaxBracketTellsTheIncomeWithoutAnError(CensusTruth truth) {
    Table all = truth.people().union(truth.canary());
    assertThat(Auc.of(all.numbers(Census.LEAK), positive(all))).isEqualTo(1);
    assertThat(new HashSet<>(all.column(Census.LEAK)))
        .hasSize(CensusGenerator.LOW_BRACKETS.size() + CensusGenerator.HIGH_BRACKETS.size());
    // Among those of the same income it says nothing: a correlation of n numbers that have nothing
    // to do with each other has a standard error of 1 over the root of n.
    Table low = all.where(Census.INCOME, " <=50K");
    assertThat(Math.abs(correlation(low, "age", Census.LEAK)))
        .isLessThan(5 / Math.sqrt(low.size()));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void aboutAQuarterIsPositiveAndTheBestAreaIsAsPlanted(CensusTruth truth) {
    double[] probabilities = probabilities(truth, truth.people());
    assertThat(Arrays.stream(probabilities).average())
        .hasValueCloseTo(CensusGenerator.POSITIVE_RATE, within(1e-6));
    assertThat(ExpectedAuc.of(probabilities))
        .as("the area to expect if incomes were drawn again")
        .isCloseTo(CensusGenerator.BEST_AUC, within(1e-6));
    assertThat(truth.positiveRate()).isCloseTo(0.24, within(CensusGenerator.MARGIN));
    assertThat(truth.bestAuc()).isCloseTo(0.92, within(CensusGenerator.MARGIN));
    // Of 400 people, 96 with the label: a standard error of 0.015 (Hanley and McNeil 1982).
    assertThat(truth.bestAuc(truth.canary())).isCloseTo(0.92, within(0.06));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void incomesAreAboveAsOftenAsTheirProbabilitySays(CensusTruth truth) {
    double[] probabilities = probabilities(truth, truth.people());
    boolean[] positive = positive(truth.people());
    double[] off = new double[10];
    double[] variance = new double[10];
    for (int i = 0; i < positive.length; i++) {
      int bin = Math.min(9, (int) (10 * probabilities[i]));
      off[bin] += (positive[i] ? 1 : 0) - probabilities[i];
      variance[bin] += probabilities[i] * (1 - probabilities[i]);
    }
    for (int bin = 0; bin < 10; bin++) {
      assertThat(off[bin])
          .as("positives too many with a probability from %s", bin / 10.0)
          .isCloseTo(0, within(4.5 * Math.sqrt(variance[bin])));
    }
  }

  /**
   * At the true coefficients the slope of the likelihood is nothing but luck: in each column, the
   * residuals times the values add up to zero within their standard error.
   */
  @ParameterizedTest
  @MethodSource("truths")
  void residualsHaveNothingToDoWithAnyColumn(CensusTruth truth) {
    Map<String, Double> slopes = new HashMap<>();
    Map<String, Double> variances = new HashMap<>();
    for (TableRow person : truth.people().stream().toList()) {
      double p = truth.model().probability(person::get);
      double residual = (isPositive(person) ? 1 : 0) - p;
      for (Map.Entry<String, Double> term : terms(person).entrySet()) {
        double x = term.getValue();
        slopes.merge(term.getKey(), x * residual, Double::sum);
        variances.merge(term.getKey(), x * x * p * (1 - p), Double::sum);
      }
    }
    // Some 70 terms: about one in a thousand lies beyond 4.5 standard errors in some seed.
    // Of a level with hardly anybody, a sum is not near to normal.
    slopes.keySet().removeIf(term -> variances.get(term) < 4);
    assertThat(slopes).hasSizeGreaterThan(50).containsKeys("age:hours", "race= Black");
    slopes.forEach(
        (term, slope) ->
            assertThat(slope).as(term).isCloseTo(0, within(4.5 * Math.sqrt(variances.get(term)))));
  }

  private static Map<String, Double> terms(TableRow person) {
    Map<String, Double> terms =
        Census.WITH_UNKNOWN.stream()
            .collect(Collectors.toMap(c -> c + "=" + person.get(c), c -> 1.0));
    for (String column : List.of("marital_status", "relationship", "race", "sex", "education")) {
      terms.put(column + "=" + person.get(column), 1.0);
    }
    for (String column :
        List.of("age", "hours_per_week", "capital_gain", "capital_loss", "fnlwgt")) {
      terms.put(column, person.number(column));
    }
    terms.put("age:hours", (person.number("age") - 40) * (person.number("hours_per_week") - 40));
    return terms;
  }

  @Test
  void logOddsAreTheSumOfTheTermsWhetherTextsAreRawOrClean() {
    IncomeModel model = Made.ALL.get(0).model();
    Map<String, Object> raw = new HashMap<>(person(" ?", " Sales"));
    Map<String, Object> clean = new HashMap<>(person(null, "Sales"));
    double expected =
        model.intercept()
            + 50 * model.coefficients().get("age")
            + 13 * model.coefficients().get("education_num")
            + 45 * model.coefficients().get("hours_per_week")
            + 2000 * model.coefficients().get("capital_loss")
            + model.effects().get("workclass").get("?")
            + model.effects().get("occupation").get("Sales")
            + model.effects().get("marital_status").get("Married")
            + 10 * 5 * model.interaction();
    assertThat(model.logOdds(raw::get)).isCloseTo(expected, within(1e-9));
    assertThat(model.logOdds(clean::get)).isCloseTo(expected, within(1e-9));
  }

  private static Map<String, Object> person(String workclass, String occupation) {
    Map<String, Object> person = new HashMap<>();
    person.put("age", 50);
    person.put("education_num", 13);
    person.put("hours_per_week", 45.0);
    person.put("capital_gain", 0);
    person.put("capital_loss", 2000);
    person.put("workclass", workclass);
    person.put("occupation", occupation);
    person.put("marital_status", "Married");
    return person;
  }

  @Test
  void signsStayAndSizesDifferBetweenSeeds() {
    for (CensusTruth truth : Made.ALL) {
      IncomeModel model = truth.model();
      assertThat(model.interaction()).isPositive();
      assertThat(model.coefficients().values()).hasSize(5).allMatch(value -> value > 0);
      assertThat(model.effects().get("marital_status").get("Married")).isPositive();
      assertThat(model.effects().get("occupation").get("Service")).isNegative();
      assertThat(model.effects().get("workclass").get("Private")).isZero();
    }
    assertThat(Made.ALL.stream().map(CensusTruth::model)).doesNotHaveDuplicates();
    Draws draws = new Draws(3);
    assertThat(IncomeModel.draw(draws)).isNotEqualTo(IncomeModel.draw(draws));
  }

  @Test
  void someoneFromACountryThatNoLearnerHasSeenIsInTheCanary() {
    for (CensusTruth truth : Made.ALL) {
      String island = " " + Levels.CANARY_COUNTRY;
      assertThat(truth.people().where("native_country", island).size()).isZero();
      assertThat(truth.canary().where("native_country", island).size()).isEqualTo(10);
    }
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    assertThat(Path.of("datasets", "census", "README.md"))
        .content()
        .contains(
            "the mean " + CensusGenerator.POSITIVE_RATE,
            "ROC curve of " + CensusGenerator.BEST_AUC,
            "%s of it".formatted(CensusGenerator.MARGIN),
            "first 5,000",
            "| `people()` | 20,000 |",
            "| `canary()` | %d |".formatted(CensusGenerator.CANARY))
        .contains(Arrays.stream(Census.SCHEMA.fieldNames()).map(c -> "`" + c + "`").toList());
    assertThat(CensusGenerator.SAMPLE).isEqualTo(5000);
  }

  private static boolean isPositive(TableRow person) {
    return person.get(Census.INCOME).equals(" >50K");
  }

  private static double[] probabilities(CensusTruth truth, Table rows) {
    return rows.stream().mapToDouble(row -> truth.model().probability(row::get)).toArray();
  }

  private static boolean[] positive(Table rows) {
    boolean[] positive = new boolean[rows.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = isPositive(rows.at(i));
    }
    return positive;
  }

  private static double correlation(Table rows, String first, String second) {
    return Correlations.pearson(rows.numbers(first), rows.numbers(second));
  }
}
