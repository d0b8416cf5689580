package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** The learner's own functions, which Spark sends to executors and calls for each row. */
final class FunctionRules {

  private static final String CAST =
      "class (?:\\S+\\.)?(?<actual>\\w+) cannot be cast to class (?:\\S+\\.)?(?<wanted>\\w+)";

  private FunctionRules() {}

  static List<Rule> all() {
    return List.of(
        rule("broadcast-destroyed")
            .message("Attempted to use Broadcast\\(\\d+\\) after it was destroyed")
            .said("A broadcast variable was destroyed before the rows that need it were computed.")
            .next("Leave it alive: Spark removes it when nothing refers to it any more."),
        new CapturedObjectRule(),
        rule("frame-in-lambda")
            .condition("CANNOT_INVOKE_IN_TRANSFORMATIONS")
            .said(
                "A function that runs for each row uses a DataFrame, which exists only on the driver.")
            .next(
                "Join the two DataFrames instead, or collect the small one into a map before the lambda."),
        rule("static-field")
            .type(NullPointerException.class)
            .insideFunction()
            .message("because \"(?:[a-z]\\w*\\.)*(?<what>[A-Z][\\w$]*\\.[\\w$]+)\" is null")
            .said(
                "The field \"{what}\" is null where your function runs: it was set on the driver, and a static field does not travel to executors.")
            .next(
                "Copy its value into a local variable before the lambda and use that, or send it as a broadcast variable."),
        rule("function-null")
            .type(NullPointerException.class)
            .insideFunction()
            .message(
                "because (?:the return value of )?\"(?:[a-z][a-z0-9_.]*\\.)?(?<what>[^<\"][^\"]*)\" is null")
            .said("Your function met a null: \"{what}\" is null in at least one row.")
            .next("Test for null first and return null, or filter out such rows before the call."),
        rule("function-null")
            .type(NullPointerException.class)
            .insideFunction()
            .said("Your function met a null in at least one row.")
            .next(
                "Test its arguments for null first and return null, or filter out such rows before the call."),
        rule("class-loaded-twice")
            .message(
                "class (?:[\\w.$]+\\.)?(?<what>[\\w$]+) cannot be cast to class (?:[\\w.$]+\\.)?\\k<what>[ (]")
            .said(
                "An object of the class {what} came from the driver to your function, and the two load that class apart, so they do not match.")
            .next(
                "Send what Java and Spark know, in a broadcast variable or a local one: maps, lists, texts, numbers."),
        rule("function-argument-type")
            .type(ClassCastException.class)
            .insideFunction()
            .thrownIn("org.apache.spark.sql.internal.ToScalaUDF")
            .message(CAST)
            .said("Your function takes values of type {wanted}, and the column holds {actual}.")
            .next("Declare the argument as {actual}, or cast the column before the call."),
        rule("function-return-type")
            .type(ClassCastException.class)
            .insideFunction()
            .thrownIn("org.apache.spark.sql.catalyst.expressions.Generated")
            .message(CAST)
            .said("Your function returns {actual}, and Spark was told to expect {wanted}.")
            .next(
                "Make the type that you declare to Spark and the one that the code returns the same."),
        rule("function-return-type")
            .insideFunction()
            .message(
                "^The value \\([^\\n]*\\) of the type \\((?:[\\w.$]+[.$])?(?<actual>[\\w\\[\\]]+)\\) cannot be converted to the (?<wanted>[^\\n]+) type\\.$")
            .said("Your function returns {actual}, and Spark was told to expect {wanted}.")
            .next(
                "Declare the type that the code returns; for a struct, return a Row from RowFactory.create."),
        rule("function-number-of-columns")
            .type(ClassCastException.class)
            .message("ToScalaUDF\\S* cannot be cast to class scala\\.Function(?<columns>\\d+) ")
            .said(
                "Your function was given {columns} column(s), and it takes another number of them.")
            .next("Apply it to as many columns as the number in UDF1, UDF2 and so on says."),
        rule("iterator-end")
            .type(java.util.NoSuchElementException.class)
            .insideFunction()
            .said("next() was called on an iterator that had no element left.")
            .next("Ask hasNext() before every next(); a partition can be empty."));
  }
}
