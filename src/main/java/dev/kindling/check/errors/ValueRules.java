package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** Values that a computation cannot take: these show when an action runs. */
final class ValueRules {

  private ValueRules() {}

  static List<Rule> all() {
    return List.of(
        rule("cast")
            .condition("CAST_INVALID_INPUT")
            .said("\"{sql}\" needs a value of type {targetType}, and \"{expression}\" is not one.")
            .next(
                "Compare like with like, or remove what does not belong with regexp_replace; try_cast"
                    + " gives null for such values."),
        rule("cast")
            .condition("CAST_INVALID_INPUT")
            .said("The value \"{expression}\" cannot be turned into {targetType}.")
            .next(
                "Remove what does not belong with regexp_replace before the cast, or use try_cast,"
                    + " which gives null for such values."),
        rule("division-by-zero")
            .condition("DIVIDE_BY_ZERO")
            .said("At least one row divides by zero in \"{sql}\".")
            .next(
                "Use try_divide, which gives null for such rows, or keep zeros out with a filter or"
                    + " CASE WHEN."),
        rule("division-by-zero")
            .condition("DIVIDE_BY_ZERO")
            .said("At least one row divides by zero.")
            .next(
                "Use try_divide, which gives null for such rows, or keep zeros out with filter or"
                    + " when(…)."),
        rule("division-by-zero")
            .condition("REMAINDER_BY_ZERO")
            .said("At least one row takes the remainder of a division by zero.")
            .next("Use try_mod, which gives null for such rows, or filter out the zeros first."),
        rule("overflow")
            .condition("ARITHMETIC_OVERFLOW")
            .said("A result is too large for its type.")
            .next("Cast to a wider type before the computation, as in col(\"id\").cast(\"long\")."),
        rule("overflow")
            .condition("CAST_OVERFLOW")
            .stage("ALS")
            .said("ALS needs ids that fit in an int, and {value} does not.")
            .next("Give users and items small numbers of their own first, with a StringIndexer."),
        rule("overflow")
            .condition("CAST_OVERFLOW")
            .said("The value {value} does not fit into {targetType}.")
            .next(
                "Cast to a wider type such as long or double, or use try_cast to get null instead."),
        rule("date")
            .condition("CANNOT_PARSE_TIMESTAMP")
            .message("Text '(?<text>[^']*)' could not be parsed")
            .said("\"{text}\" does not have the form of the date pattern.")
            .next(
                "Change the pattern to the form of the text (31/12/2024 is dd/MM/yyyy), or use {func}"
                    + " to get null for texts that have another form."),
        rule("date-pattern")
            .condition("INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_WEEK_BASED_PATTERN")
            .said(
                "The letter \"{c}\" in a date pattern means a year or day of weeks, which Spark refuses.")
            .next("Use yyyy for the year and dd for the day: small letters and capitals differ."),
        rule("date-pattern")
            .condition("INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION")
            .said("Spark does not understand the date pattern \"{pattern}\".")
            .next(
                "Use letters such as yyyy, MM, dd, HH, mm and ss: small letters and capitals differ."),
        rule("date-pattern")
            .condition("INVALID_DATETIME_PATTERN")
            .said("Spark does not understand the date pattern \"{pattern}\".")
            .next(
                "Use letters such as yyyy, MM, dd, HH, mm and ss: small letters and capitals differ."),
        rule("array-index")
            .condition("INVALID_ARRAY_INDEX")
            .said(
                "An array in a row has {arraySize} element(s), and element {indexValue} was asked for.")
            .next(
                "Use the function get(array, index), which gives null beyond the end; getItem counts"
                    + " from 0."),
        rule("array-index")
            .condition("INVALID_ARRAY_INDEX_IN_ELEMENT_AT")
            .said(
                "An array in a row has {arraySize} element(s), and element {indexValue} was asked for.")
            .next(
                "Use try_element_at, which gives null beyond the end; element_at counts from 1."));
  }
}
