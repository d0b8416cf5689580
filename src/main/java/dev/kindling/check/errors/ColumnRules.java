package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** Names, types and groups: what Spark finds while it reads a query. */
final class ColumnRules {

  private ColumnRules() {}

  static List<Rule> all() {
    return List.of(
        rule("bean-column")
            .condition("UNRESOLVED_COLUMN")
            .message("DeserializeToObject(?s:.*?)root class: \"(?:[^\"]*[.$])?(?<bean>\\w+)\"")
            .said(
                "The class {bean} has a field \"{objectName}\", and the DataFrame has no such column.")
            .next("Make a column with that name before as(…), or take the field out of the class."),
        new MissingColumnRule(),
        rule("missing-column")
            .condition("UNRESOLVED_COLUMN")
            .said("There is no column \"{objectName}\" here: the DataFrame has no columns at all.")
            .next(
                "Check where this DataFrame comes from: it should have been read or built first."),
        rule("missing-column")
            .condition("UNRESOLVED_COLUMN_AMONG_FIELD_NAMES")
            .calledFrom("org.apache.spark.sql.catalyst.analysis.ResolveUnion")
            .said(
                "The union needs a column \"{colName}\" on both sides, and one side has only {fieldNames}.")
            .next(
                "Rename the column on one side with withColumnRenamed, or call"
                    + " unionByName(other, true), which fills missing columns with null."),
        rule("missing-column")
            .condition("UNRESOLVED_COLUMN_AMONG_FIELD_NAMES")
            .said("There is no column \"{colName}\" here.")
            .next("Use one of the columns that are there at this point: {fieldNames}."),
        rule("ambiguous-column")
            .condition("AMBIGUOUS_REFERENCE")
            .message("could be: \\[(?<choices>[^\\]]*)]")
            .said("Several columns are called \"{name}\" here: {choices}.")
            .next(
                "Drop or rename one of them before this step, or give each DataFrame an alias and name"
                    + " the column with it, as in col(\"left.{name}\")."),
        rule("ambiguous-column")
            .condition("AMBIGUOUS_COLUMN_OR_FIELD")
            .said("{n} columns are called \"{name}\" at this point.")
            .next(
                "Let each stage write to a new column: inside a Pipeline, an output column must not"
                    + " have the name of an input column, not even for an Imputer."),
        rule("column-of-another-frame")
            .condition("MISSING_ATTRIBUTES")
            .said("The column \"{missingAttributes}\" belongs to another DataFrame.")
            .next(
                "Write col(\"{missingAttributes}\") to get the column of this DataFrame, or join the"
                    + " two DataFrames first."),
        rule("join-key-missing")
            .condition("UNRESOLVED_USING_COLUMN_FOR_JOIN")
            .said(
                "The join is on \"{colName}\", and its {side} side has no such column, only"
                    + " {suggestion}.")
            .next(
                "Rename the key on the {side} side to \"{colName}\" with withColumnRenamed before the"
                    + " join."),
        rule("filter-not-a-condition")
            .condition("DATATYPE_MISMATCH.FILTER_NOT_BOOLEAN")
            .said("A filter needs a condition, and \"{filter}\" is a value of type {type}.")
            .next("Compare it with something, as in col(\"price\").gt(0) or \"price > 0\"."),
        rule("types-do-not-fit")
            .condition("DATATYPE_MISMATCH.BINARY_OP_DIFF_TYPES")
            .said("\"{sqlExpr}\" combines {left} with {right}, which do not go together.")
            .next("Bring both sides to one type first, for example with cast or getItem."),
        rule("types-do-not-fit")
            .condition("DATATYPE_MISMATCH.BINARY_OP_WRONG_TYPE")
            .said("\"{sqlExpr}\" does arithmetic with values of type {actualDataType}.")
            .next("Cast them to a number first, as in col(\"flag\").cast(\"int\")."),
        rule("types-do-not-fit")
            .condition("DATATYPE_MISMATCH.CAST_WITHOUT_SUGGESTION")
            .said("A value of type {srcType} cannot be cast to {targetType}.")
            .next(
                "Take the part that you need first (getItem for an array, getField for a struct,"
                    + " vector_to_array for a vector) and cast that."),
        rule("types-do-not-fit")
            .condition("DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE")
            .said(
                "In \"{sqlExpr}\", \"{inputSql}\" has the type {inputType} and should be {requiredType}.")
            .next("Cast it to the type that the function needs, or pass another column."),
        rule("types-do-not-fit")
            .condition("DATATYPE_MISMATCH")
            .said("Spark cannot compute \"{sqlExpr}\" because the types of its parts do not fit.")
            .next(
                "Look up the types of its columns with printSchema(), and cast the one that is off."),
        rule("not-grouped")
            .condition("MISSING_AGGREGATION")
            .said("Each group has many values of \"{expression}\", and the query asks for one.")
            .next(
                "Add {expression} to the GROUP BY, or say which of its values you want, as in"
                    + " max({expression}) or {expressionAnyValue}."),
        rule("not-grouped")
            .condition("MISSING_GROUP_BY")
            .said(
                "The select mixes an aggregate, which is one value, with plain columns, which are many.")
            .next(
                "Put groupBy(…) before and the aggregate into agg(…), or use a window with over(…) to"
                    + " keep every row."),
        rule("aggregate-in-where")
            .condition("INVALID_WHERE_CONDITION")
            .said("A filter looks at one row at a time, so it cannot hold \"{expressionList}\".")
            .next(
                "Compute the aggregate first with groupBy and agg, or with first() if you need one"
                    + " number, and compare with its result."),
        rule("aggregate-in-aggregate")
            .condition("NESTED_AGGREGATE_FUNCTION")
            .said("One aggregate is inside another, as in sum(count(1)).")
            .next("Do it in two steps: groupBy and agg for the inner one, then agg on its result."),
        rule("window-without-order")
            .condition("WINDOW_FUNCTION_FRAME_NOT_ORDERED")
            .said("{wf_expr} numbers or compares rows, and the window has no order.")
            .next("Add orderBy to the window: Window.partitionBy(…).orderBy(…)."),
        rule("window-in-where")
            .condition("WINDOW_FUNCTION_NOT_ALLOWED_IN_CLAUSE")
            .said(
                "A filter is applied before windows are computed, so the {clauseName} clause cannot"
                    + " hold a window function.")
            .next(
                "Give the window's value a column of its own with withColumn and filter by that, or in"
                    + " SQL write QUALIFY instead."),
        rule("union-widths")
            .condition("NUM_COLUMNS_MISMATCH")
            .said(
                "A union needs the same number of columns on each side: here they are"
                    + " {firstNumColumns} and {invalidNumColumns}.")
            .next(
                "Select the same columns on both sides, and prefer unionByName, which pairs columns by"
                    + " name instead of position."),
        rule("union-types")
            .condition("INCOMPATIBLE_COLUMN_TYPE")
            .said(
                "The {columnOrdinalNumber} column is {dataType2} on one side of the union and"
                    + " {dataType1} on the other.")
            .next(
                "Check that the columns are in the same order (or use unionByName), and cast the one"
                    + " that is off."),
        rule("number-of-names")
            .condition("ASSIGNMENT_ARITY_MISMATCH")
            .said("{numExpr} names were given for {numTarget} columns.")
            .next("Give one name for each column, in order; columns() lists the present ones."),
        rule("column-twice")
            .condition("COLUMN_ALREADY_EXISTS")
            .said("The result would have two columns called \"{columnName}\".")
            .next(
                "Rename one with as(\"…\"), or drop it before this step; upper and lower case do not"
                    + " make names different."));
  }
}
