package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** Columns that go into and come out of the stages of Spark ML. */
final class FeatureRules {

  private static final String NOT_A_NUMBER =
      "Column (?<column>.+) must be of type numeric but was actually of type (?<type>\\S+)\\.";
  private static final String NOT_A_VECTOR =
      "Column (?<column>\\S+) must be of type class org\\.apache\\.spark\\.ml\\.linalg\\.VectorUDT.* but"
          + " was actually class [^:]+:(?<type>.+)\\.";
  private static final String MISSING =
      "No such struct field (?<column>\\S+) in (?<columns>.+?)\\. SQLSTATE";

  private FeatureRules() {}

  static List<Rule> all() {
    return List.of(
        rule("output-exists")
            .message("(?:Output column|Column) (?<column>\\S+) already exists")
            .said(
                "{stage^} should write the column \"{column}\", and the data have one with that name.")
            .next(
                "Give setOutputCol a new name, or drop the old column first; also check that the stage"
                    + " is not applied twice."),
        rule("input-missing")
            .condition("FIELD_NOT_FOUND")
            .message("No such struct field `features` in (?<columns>.+?)\\. SQLSTATE")
            .calledFrom("org.apache.spark.ml.")
            .said("{stage^} looks for the column \"features\", and the data have {columns}.")
            .next(
                "Make it with a VectorAssembler before this stage, or name your vector column with"
                    + " setFeaturesCol."),
        rule("input-missing")
            .condition("FIELD_NOT_FOUND")
            .message("No such struct field `label` in (?<columns>.+?)\\. SQLSTATE")
            .calledFrom("org.apache.spark.ml.")
            .said("{stage^} looks for the column \"label\", and the data have {columns}.")
            .next("Name your label column with setLabelCol."),
        rule("input-missing")
            .condition("FIELD_NOT_FOUND")
            .message(
                "No such struct field `(?<column>prediction|rawPrediction|probability)` in (?<columns>.+?)\\. SQLSTATE")
            .calledFrom("org.apache.spark.ml.")
            .said("{stage^} looks for the column \"{column}\", and the data have {columns}.")
            .next("Evaluate what model.transform(…) returns: it adds the predictions to the data."),
        rule("input-missing")
            .condition("FIELD_NOT_FOUND")
            .message(MISSING)
            .calledFrom("org.apache.spark.ml.")
            .said("{stage^} looks for the column \"{column}\", and the data have {columns}.")
            .next(
                "Check the spelling, and that the stage which makes the column comes before this one."),
        rule("row-field-missing")
            .condition("FIELD_NOT_FOUND")
            .message(MISSING)
            .said("The row has no field \"{column}\", only {columns}.")
            .next("Use one of its fields in getAs, or keep the column in the select before."),
        rule("input-missing")
            .message("^Input column (?<column>\\S+) does not exist")
            .said("{stage^} looks for the column \"{column}\", and the data have no such column.")
            .next(
                "Check the spelling, and that the stage which makes the column comes before this one."),
        rule("text-not-number")
            .message(NOT_A_NUMBER)
            .stage("OneHotEncoder")
            .said("OneHotEncoder takes category numbers, and the column \"{column}\" is a {type}.")
            .next(
                "Put a StringIndexer before it, and give the encoder the indexer's output column."),
        rule("text-not-number")
            .message(NOT_A_NUMBER)
            .stage("Imputer")
            .said("Imputer fills numbers, and the column \"{column}\" is a {type}.")
            .next("Leave the column out, and fill its gaps with na().fill(\"…\") instead."),
        rule("text-not-number")
            .message(NOT_A_NUMBER)
            .stage("ALS")
            .said("ALS takes ids that are whole numbers, and the column \"{column}\" is a {type}.")
            .next("Turn the ids into numbers first, with a StringIndexer."),
        rule("text-not-number")
            .message(NOT_A_NUMBER)
            .said("{stage^} needs a number in the column \"{column}\", and it is a {type}.")
            .next(
                "Turn it into a number first: a StringIndexer for categories and class labels, a cast"
                    + " for numbers written as text."),
        rule("not-a-vector")
            .message(NOT_A_VECTOR)
            .said("{stage^} needs a vector, and the column \"{column}\" is of type {type}.")
            .next("Gather your columns with a VectorAssembler first, and pass its output column."),
        rule("wrong-column-type")
            .message(
                "Column (?<column>.+) must be of type equal to one of the following types:.* but was"
                    + " actually of type (?<type>.+)\\.")
            .stage("BinaryClassificationEvaluator")
            .said("The evaluator needs scores, and the column \"{column}\" is of type {type}.")
            .next(
                "Give setRawPredictionCol the model's \"rawPrediction\" or \"probability\" column."),
        rule("wrong-column-type")
            .message(
                "Column (?<column>.+) must be of type equal to one of the following types: \\[(?<types>.*)\\]"
                    + " but was actually of type (?<type>.+)\\.")
            .said("{stage^} cannot use the column \"{column}\" of type {type}.")
            .next("Give it a column of one of these types: {types}."),
        rule("assembler-type")
            .message("^Data type (?<type>\\S+) of column (?<column>.+) is not supported\\.")
            .said(
                "VectorAssembler takes numbers and vectors, and the column \"{column}\" is a {type}.")
            .next(
                "Index it with a StringIndexer (and perhaps a OneHotEncoder) and assemble that column"
                    + " instead."),
        rule("assembler-null")
            .message("Encountered (?<gap>null|NaN) while assembling a row")
            .said("VectorAssembler met a {gap} in one of its columns.")
            .next(
                "Fill the gaps before it, for example with an Imputer; handleInvalid \"skip\" would"
                    + " silently drop such rows."),
        rule("unseen-label")
            .message("Unseen label: (?<label>.*?)\\. +To handle unseen labels")
            .said(
                "StringIndexer met the value \"{label}\", which was not in the data it was fitted on.")
            .next(
                "Call setHandleInvalid(\"keep\") on the indexer, which gives unknown values a number of"
                    + " their own; \"skip\" would drop the rows."),
        rule("indexer-null")
            .message("StringIndexer encountered NULL value")
            .said("StringIndexer met a null.")
            .next(
                "Fill nulls first with na().fill(\"…\"), or call setHandleInvalid(\"keep\") on the"
                    + " indexer; \"skip\" would drop the rows."),
        rule("unseen-category")
            .message("Unseen value: (?<value>.*?)\\. To handle unseen values")
            .said(
                "OneHotEncoder met category number {value}, which was not in the data it was fitted on.")
            .next("Fit on data that have every category, or call setHandleInvalid(\"keep\")."),
        rule("outside-buckets")
            .message("Feature value (?<value>\\S+) out of Bucketizer bounds (?<bounds>\\[[^]]*])")
            .said("The value {value} lies outside the buckets {bounds}.")
            .next(
                "Let the splits begin with Double.NEGATIVE_INFINITY and end with"
                    + " Double.POSITIVE_INFINITY."),
        rule("too-many-components")
            .message("source vector size (?<size>\\d+) must be no less than k=(?<k>\\d+)")
            .said("PCA was asked for {k} components of vectors with {size} values.")
            .next("Call setK with {size} or less."),
        rule("stage-null")
            .condition("FAILED_EXECUTE_UDF")
            .message(
                "function \\(`(?![^`]*ToScalaUDF)[^`]+`.* failed due to:"
                    + " (?:java\\.lang\\.NullPointerException|scala\\.MatchError: null)")
            .said("{stage^} met a row with null in its input column.")
            .next(
                "Drop or fill such rows before it; a left join, for example, leaves nulls behind."),
        rule("wrong-column-type")
            .message("^Data type (?<type>\\w+)Type is not supported\\.$")
            .calledFrom("org.apache.spark.ml.")
            .said("{stage^} cannot take a column of type {type}.")
            .next("Give it a numeric column, or turn this one into numbers first."),
        rule("wrong-column-type")
            .message(
                "nput (?:type|column) must be (?<wanted>\\w+)(?: type)?,? but got (?<type>[^.]+)")
            .calledFrom("org.apache.spark.ml.")
            .said("{stage^} needs a column of type {wanted}, and this one is of type {type}.")
            .next(
                "Check which column it was given; text becomes an array of words with a Tokenizer."),
        rule("parameter-missing")
            .message("^Failed to find a default value for (?<param>\\w+)")
            .said("{stage^} was not told its {param}.")
            .next("Call set{param^}(…) on it before fit or transform."),
        rule("one-or-many-columns")
            .message(
                "requires exactly one of (?<one>\\w+), (?<many>\\w+) Params to be set, but both are set")
            .said("{stage^} was given both {one} and {many}.")
            .next("Call only one of the setters: {one} for one column, {many} for several."),
        rule("one-or-many-columns")
            .message(
                "The number of input columns (?:\\d+ )?does not match (?:the number of )?output columns")
            .said("{stage^} has a different number of input and output columns.")
            .next("Give one output name for each input column, in the same order."),
        rule("chi-square-continuous")
            .message(
                "Chi-square test expect factors .* more than (?<limit>\\d+) distinct values in column (?<index>\\d+)")
            .said(
                "The chi-square test is for categories, and feature {index} has more than {limit} different values.")
            .next(
                "Use the ANOVA or F-test for continuous features, or put the values into buckets first."),
        rule("correlation-needs-vector")
            .message("MatchError: |GenericRow")
            .calledFrom("org.apache.spark.ml.stat.Correlation")
            .said("Correlation works on one vector column, and was given another kind of column.")
            .next(
                "Gather the columns with a VectorAssembler first and pass its output column, or use"
                    + " stat().corr for two plain columns."),
        rule("quantile-of-text")
            .message(
                "Quantile calculation for column (?<column>.+) with data type (?<type>\\w+)Type is not supported")
            .said("Quantiles need numbers, and the column \"{column}\" is of type {type}.")
            .next("Pass a numeric column, or cast this one first."),
        rule("split-weights")
            .message("Weights must be nonnegative, but got (?<weights>\\[[^]]*])")
            .said("The weights of randomSplit must not be negative, and they are {weights}.")
            .next("Give the share of each part, such as 0.8 and 0.2."),
        rule("sample-fraction")
            .message("Sampling fraction \\((?<fraction>[^)]*)\\) must be on interval \\[0, 1\\]")
            .said(
                "The fraction of a sample without replacement lies between 0 and 1, and this is {fraction}.")
            .next(
                "Give a share such as 0.1, or call sample(true, {fraction}) to draw with replacement."));
  }
}
