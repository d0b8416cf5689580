package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** Training, evaluating, saving and loading models. */
final class ModelRules {

  private ModelRules() {}

  static List<Rule> all() {
    return List.of(
        rule("label-missing-values")
            .message("Labels MUST NOT be Null or NaN")
            .said("The label column has a null or NaN, and {stage} cannot learn from such a row.")
            .next(
                "Drop the rows without a label first, with na().drop on the label column; do not impute it."),
        rule("label-classes")
            .message("Labels MUST be in \\{0, 1\\}, but got (?<label>\\S+)")
            .said("{stage^} can tell two classes apart, 0 and 1, and the label column has {label}.")
            .next(
                "Use a classifier for several classes, such as RandomForestClassifier, or wrap a binary"
                    + " one in OneVsRest."),
        rule("label-classes")
            .message("Labels MUST be Integers, but got (?<label>\\S+)")
            .said("{stage^} predicts classes numbered 0, 1, 2 …, and the label column has {label}.")
            .next("Check setLabelCol; to predict a measured number, use a regression instead."),
        rule("label-classes")
            .message("Labels MUST be in \\[0, [^)]*\\), but got (?<label>\\S+)")
            .said("{stage^} predicts classes numbered from 0, and the label column has {label}.")
            .next("Number the classes from 0, for example with a StringIndexer on the label."),
        rule("binomial")
            .message(
                "Binomial family only supports 1 or 2 outcome classes but found (?<classes>\\d+)")
            .said(
                "The family \"binomial\" is for two classes, and the label has {classes} classes.")
            .next("Call setFamily(\"multinomial\"), or leave it at \"auto\"."),
        rule("max-bins")
            .message(
                "requires maxBins \\(= (?<bins>\\d+)\\) to be at least as large as the number of values in"
                    + " each categorical feature, but categorical feature (?<index>\\d+) has (?<values>\\d+)"
                    + " values")
            .said(
                "The tree sorts values into {bins} bins, and the categorical feature {index} has {values}"
                    + " different values.")
            .next(
                "Call setMaxBins({values}) or more; features are counted from 0, as in the assembler."),
        rule("negative-features")
            .message(
                "Vector values MUST NOT be Negative, NaN or Infinity, but got (?<vector>.*?)(?: SQLSTATE|$)")
            .said("{stage^} needs features of 0 or more, and one row has {vector}.")
            .next(
                "Scale the features with MinMaxScaler, or use another model such as LogisticRegression."),
        rule("parameter-value")
            .message("parameter (?<param>\\w+) given invalid value (?<value>.*)\\.$")
            .said("{stage^} does not accept {value} for its parameter {param}.")
            .next("Print stage.explainParam(stage.getParam(\"{param}\")) to see what it accepts."),
        rule("vector-sizes")
            .message("non-matching sizes: x\\.size = (?<x>\\d+), y\\.size = (?<y>\\d+)")
            .said("The model was trained on {y} feature(s), and these rows have {x}.")
            .next(
                "Build the features for training and for prediction with the same fitted stages, best"
                    + " in one PipelineModel."),
        rule("no-rows")
            .message("Training dataset is empty")
            .calledFrom("org.apache.spark.ml")
            .said("There is not a single row to train on.")
            .next(
                "Count the rows after each step before this: a filter, a join or a dropped null took them all."),
        rule("model-class")
            .message(
                "Expected class name (?:\\S+\\.)?(?<wanted>\\w+) but found class name (?:\\S+\\.)?(?<found>\\w+)")
            .said("The files hold a {found}, and {wanted} was asked to load them.")
            .next("Load it with the class that was saved: {found}.load(path)."));
  }
}
