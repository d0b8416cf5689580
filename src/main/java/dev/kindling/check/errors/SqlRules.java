package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** SQL text, tables and settings. */
final class SqlRules {

  private SqlRules() {}

  static List<Rule> all() {
    return List.of(
        rule("missing-table")
            .condition("TABLE_OR_VIEW_NOT_FOUND")
            .said("There is no table or view called \"{relationName}\".")
            .next(
                "Check the spelling, and that this session made it before this line, with"
                    + " createOrReplaceTempView or saveAsTable."),
        rule("missing-schema")
            .condition("SCHEMA_NOT_FOUND")
            .said("There is no schema (database) called \"{schemaName}\".")
            .next("Check the spelling, or make it first with CREATE SCHEMA IF NOT EXISTS."),
        rule("sql-syntax")
            .message(
                "\\[PARSE_SYNTAX_ERROR\\] Syntax error at or near (?<near>[^\\n]*?): (?<hint>missing"
                    + " [^\\n]*?)\\. SQLSTATE")
            .said("The SQL text is not complete: {hint} at {near}.")
            .next("Add what is missing, and check that every bracket and quote is closed."),
        rule("sql-syntax")
            .message(
                "\\[PARSE_SYNTAX_ERROR\\] Syntax error at or near (?<near>[^\\n]*?)(?::[^\\n]*)?\\."
                    + " SQLSTATE: \\w+ \\(line (?<line>\\d+),")
            .said("The SQL text stops making sense at \"{near}\" in line {line}.")
            .next(
                "Look at that word and the one before it: often it is a typing slip, a missing comma,"
                    + " or a name that needs back-ticks."),
        rule("missing-function")
            .condition("UNRESOLVED_ROUTINE")
            .said("There is no SQL function called \"{routineName}\".")
            .next(
                "Check the spelling; a function of your own must be registered in this session first,"
                    + " with spark.udf().register(\"{routineName}\", …)."),
        rule("number-of-arguments")
            .condition("WRONG_NUM_ARGS")
            .said("\"{functionName}\" takes {expectedNum} argument(s) and was given {actualNum}.")
            .next("Compare the call with the function's definition; DESCRIBE FUNCTION shows it."),
        rule("parameter-without-value")
            .condition("UNBOUND_SQL_PARAMETER")
            .said("The SQL text uses the parameter \":{name}\", and no value was given for it.")
            .next("Pass a map with the key \"{name}\" as the second argument of spark.sql(…)."),
        rule("view-exists")
            .condition("TEMP_TABLE_OR_VIEW_ALREADY_EXISTS")
            .said("A view called \"{relationName}\" exists already.")
            .next("Use createOrReplaceTempView instead of createTempView."),
        rule("table-exists")
            .condition("TABLE_OR_VIEW_ALREADY_EXISTS")
            .said("A table called \"{relationName}\" exists already.")
            .next(
                "Say what should happen to it: mode(\"overwrite\") or mode(\"append\") when writing, or"
                    + " CREATE TABLE IF NOT EXISTS in SQL."),
        rule("scalar-subquery")
            .condition("SCALAR_SUBQUERY_TOO_MANY_ROWS")
            .said(
                "The subquery \"{sql}\" stands where one value is needed, and it returns several rows.")
            .next(
                "Make it return one row, with an aggregate such as max(…), or use a join instead."),
        rule("insert-columns")
            .condition("INSERT_COLUMN_ARITY_MISMATCH")
            .said("The table has the columns ({tableColumns}), and the rows have ({dataColumns}).")
            .next("Give a value for each column, or name the columns after INSERT INTO table (…)."),
        rule("setting-fixed")
            .condition("CANNOT_MODIFY_STATIC_CONFIG")
            .said(
                "The setting \"{key}\" is fixed when Spark starts and cannot be changed afterwards.")
            .next(
                "Leave it as it is: the lab starts Spark for you, and this task needs another way."),
        rule("setting-fixed")
            .condition("CANNOT_MODIFY_CONFIG")
            .said(
                "The setting \"{key}\" belongs to the whole application and cannot be changed here.")
            .next(
                "Leave it as it is: only settings for which spark.conf().isModifiable is true change."));
  }
}
