package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** The border between rows and Java objects: schemas, beans and rows. */
final class EncoderRules {

  private static final String BEAN_FIELD =
      "- field \\(class: \"(?<type>[^\"]+)\", name: \"(?<field>[^\"]+)\"\\)\\s*- root class:"
          + " \"(?:[^\"]*[.$])?(?<bean>\\w+)\"";

  private EncoderRules() {}

  static List<Rule> all() {
    return List.of(
        rule("row-value-type")
            .condition("INVALID_EXTERNAL_TYPE")
            .message(
                "external type (?:\\S+\\.)?(?<actual>\\S+) is not valid .*, (?<index>\\d+), (?<column>[^)]+)\\)")
            .said(
                "The rows hold values of type {actual} in \"{column}\", where the schema says {type}.")
            .next("Put a value of the schema's type into the row, or correct the schema."),
        rule("row-value-type")
            .type(ClassCastException.class)
            .calledFrom("org.apache.spark.sql.catalyst.expressions.BaseGenericInternalRow")
            .message(
                "class (?:\\S+\\.)?(?<actual>\\w+) cannot be cast to class (?:\\S+\\.)?(?<wanted>\\w+)")
            .said("A row holds a value of type {actual} where its schema says {wanted}.")
            .next("Put a value of the schema's type into the row, or correct the schema."),
        rule("row-null-forbidden")
            .message("The (?<index>\\d+)th field '(?<column>[^']*)' of input row cannot be null")
            .said("A row holds null in \"{column}\", which the schema declares as never null.")
            .next("Put a value there, or declare the field nullable in the schema."),
        rule("bean-null")
            .condition("NOT_NULL_ASSERT_VIOLATION")
            .message(BEAN_FIELD)
            .said(
                "A row has null in \"{field}\", and the field of {bean} is of type {type}, which cannot be null.")
            .next(
                "Declare the field with its boxed type (Double, Integer, Long), or drop such rows first."),
        rule("bean-width")
            .condition("CANNOT_UP_CAST_DATATYPE")
            .message(BEAN_FIELD)
            .said(
                "The column \"{field}\" is {sourceType}, and the field of {bean} is of type {type}, which is narrower.")
            .next("Declare the field as long or double to match, or cast the column before as(…)."),
        rule("bean-width")
            .condition("CANNOT_UP_CAST_DATATYPE")
            .said(
                "The column \"{expression}\" is {sourceType} and does not fit into {targetType} without loss.")
            .next("Cast the column before as(…), or use the wider type."),
        rule("bean-record")
            .condition("EXPRESSION_DECODING_FAILED")
            .message(
                "initializejavabean\\(newInstance\\(class (?:[\\w.]*[.$])?(?<bean>\\w+)\\)\\)\\. SQL")
            .said("Spark cannot make a {bean} from a row: bean encoders need a class with setters.")
            .next(
                "Turn the record {bean} into a public class with an empty constructor, getters and"
                    + " setters, or map the rows yourself."),
        rule("row-decoding")
            .condition("EXPRESSION_DECODING_FAILED")
            .said("Spark could not put a row into the class that you asked for.")
            .next("Look at what its constructor and setters do with the values of a row."),
        rule("row-null")
            .condition("ROW_VALUE_IS_NULL")
            .said(
                "The row has null at position {index}, and getInt, getDouble and the like cannot return null.")
            .next(
                "Ask row.isNullAt({index}) first, or read it with row.getAs(…) into a boxed type."),
        rule("row-without-schema")
            .condition("UNSUPPORTED_CALL.FIELD_INDEX")
            .said("The row was made without a schema, so it knows no field \"{fieldName}\".")
            .next("Read it by position, as in row.get(0), or take rows from a DataFrame."));
  }
}
