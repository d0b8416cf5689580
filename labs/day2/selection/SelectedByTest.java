package day2.selection;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.data.selection.Wide;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.UnivariateFeatureSelectorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which numbers pass their test, and what known mistakes let pass.
 *
 * @param train the rows to learn from
 * @param test the rows that lay beside them
 * @param columns the columns
 * @param label the label
 * @param level what a p-value has to be below
 * @param wide what choosing before the split does on the wide rows
 */
record SelectedByTest(
    Table train, Table test, List<String> columns, String label, double level, Wide wide) {

  /** What the threshold of a selector is when nobody sets it. */
  private static final double DEFAULT_LEVEL = 0.05;

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "threshold-units",
              error -> error.says("selectionThreshold needs to be"),
              error ->
                  "The number is right, but the selector reads it in another unit. The mode it starts with is numTopFeatures, whose threshold counts columns; `level` is a p-value. Call setSelectionMode(\"fpr\").")
          .diagnose(
              "chi-squared-on-continuous",
              error -> error.says("Unsupported combination: ?featureType=categorical"),
              "The selector was told that the features are categorical. They are numbers: setFeatureType(\"continuous\"). Then it can be used with a label of either type.");

  /**
   * Judges a selection by what it keeps of other rows.
   *
   * @param answer fits the pipeline
   * @param df some rows with an id
   * @param rows the same in plain Java
   */
  void judge(Supplier<PipelineModel> answer, Dataset<Row> df, Table rows) {
    ERRORS.during(
        () -> {
          PipelineModel model = answer.get();
          List<String> selected = VectorNames.ofColumns(rows, columns).of(model, df, "selected");
          judge(model, selected);
        });
  }

  private void judge(PipelineModel model, List<String> selected) {
    expect(selected)
        .as("the columns in `selected`")
        .toHaveElementsInOrder(passing(train, level))
        .diagnose(
            "selected-before-split",
            passing(Cells.union(train, test), level),
            "These columns pass in train and test together: test had a say in what the model may look at, so it cannot judge it any more. How much that flatters: of 300 columns that are nothing but noise, the 20 best on all rows reach an area under the ROC curve of %.2f on test, and the 20 best on train %.2f. Split first, then select on train."
                .formatted(wide.biasedAuc(), wide.honestAuc()))
        .diagnose(
            "fit-on-test",
            passing(test, level),
            "These columns pass in test. Whoever chooses with the rows that judge chooses what looks good there. Fit on train only.")
        .diagnose(
            "threshold-units",
            names -> is(model, selector -> true, "percentile", "numTopFeatures"),
            names ->
                "The selector's mode is %s, so its threshold is not a p-value but %s: %d of %d columns stay. Call setSelectionMode(\"fpr\"), which keeps what has a p-value below the threshold."
                    .formatted(
                        mode(model),
                        mode(model).equals("percentile")
                            ? "a share of the columns"
                            : "a number of columns",
                        names.size(),
                        columns.size()))
        .diagnose(
            "other-error-rate",
            names -> is(model, selector -> true, "fwe", "fdr"),
            names ->
                "The mode %s divides the level among the %d columns before it compares, so that less passes by chance. A good thing with many columns, but another one: asked for is every p-value below %s, which is \"fpr\"."
                    .formatted(mode(model), columns.size(), level))
        .diagnose(
            "chi-squared-on-continuous",
            names -> is(model, selector -> selector.getFeatureType().equals("categorical")),
            "The selector was told that the features are categorical, so it ran the chi-squared test and took each different value of a number for a level of its own. setFeatureType(\"continuous\").")
        .diagnose(
            "class-as-number",
            names ->
                isCategory() && is(model, selector -> selector.getLabelType().equals("continuous")),
            "`%s` holds classes, but the selector was told that the label is continuous: its F-test looks for a straight line through the codes 0, 1, 2. A column that is high in the middle class is missed that way. setLabelType(\"categorical\") for an int label."
                .formatted(label))
        .diagnose(
            "number-as-class",
            names ->
                !isCategory()
                    && is(model, selector -> selector.getLabelType().equals("categorical")),
            "`%s` is a number, but the selector was told that the label is categorical: each different value became a class, most of them with a single row. setLabelType(\"continuous\") for a double label."
                .formatted(label))
        .diagnose(
            "level-ignored",
            passing(train, DEFAULT_LEVEL),
            "These are the columns whose p-value is below 0.05, which is the selector's default. Hand it the level: setSelectionThreshold(level).");
  }

  /** The columns whose p-value in some rows is below a level. */
  private List<String> passing(Table rows, double level) {
    ColumnTests tests = new ColumnTests(rows, columns, label);
    return columns.stream().filter(column -> tests.right(column) < level).toList();
  }

  private boolean isCategory() {
    return train.column(label).get(0) instanceof Integer;
  }

  private static String mode(PipelineModel model) {
    return selector(model).orElseThrow().getSelectionMode();
  }

  /** Whether there is a selector in one of these modes, or in any, of which a condition holds. */
  private static boolean is(
      PipelineModel model, Predicate<UnivariateFeatureSelectorModel> condition, String... modes) {
    return selector(model)
        .filter(s -> modes.length == 0 || List.of(modes).contains(s.getSelectionMode()))
        .filter(condition)
        .isPresent();
  }

  private static Optional<UnivariateFeatureSelectorModel> selector(PipelineModel model) {
    return Stream.of(model.stages())
        .flatMap(SelectedByTest::inner)
        .filter(UnivariateFeatureSelectorModel.class::isInstance)
        .map(UnivariateFeatureSelectorModel.class::cast)
        .findFirst();
  }

  private static Stream<Transformer> inner(Transformer stage) {
    return stage instanceof PipelineModel nested
        ? Stream.of(nested.stages()).flatMap(SelectedByTest::inner)
        : Stream.of(stage);
  }
}
