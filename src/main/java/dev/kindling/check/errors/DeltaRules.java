package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** Delta tables. */
final class DeltaRules {

  private DeltaRules() {}

  static List<Rule> all() {
    return List.of(
        new DeltaSchemaRule(),
        rule("delta-type")
            .condition("DELTA_MERGE_INCOMPATIBLE_DATATYPE")
            .said(
                "The table's column \"{currentField}\" is {currentDataType}, and the new rows have {updateDataType}.")
            .next(
                "Cast it to the table's type before writing, or replace the table's schema with"
                    + " mode(\"overwrite\") and option(\"overwriteSchema\", \"true\")."),
        rule("delta-check")
            .condition("DELTA_VIOLATE_CONSTRAINT_WITH_VALUES")
            .message("violated by row with values:\\s*(?:-\\s*)?(?<row>.*)")
            .said(
                "A row breaks the table's constraint \"{constraintName}\" {expression}: it has {row}.")
            .next(
                "Filter out or correct such rows before writing; nothing of this write was stored."),
        rule("delta-check")
            .condition("DELTA_NEW_CHECK_CONSTRAINT_VIOLATION")
            .said(
                "{numRows} row(s) of the table break the new constraint \"{checkConstraint}\" already.")
            .next("Correct or delete those rows first, then add the constraint."),
        rule("delta-not-null")
            .condition("DELTA_NOT_NULL_CONSTRAINT_VIOLATED")
            .said(
                "The table's column \"{columnName}\" must not be null, and a new row has null there.")
            .next("Filter out or fill the nulls with na().drop or na().fill before writing."),
        rule("delta-not-null")
            .condition("DELTA_MISSING_NOT_NULL_COLUMN_VALUE")
            .said("The table's column \"{columnName}\" must not be null, and the new rows lack it.")
            .next("Add the column to the rows before writing."),
        rule("delta-column-name")
            .condition("DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES")
            .said(
                "Delta does not take the column name \"{invalidColumnNames}\" because of a special character in it.")
            .next(
                "Rename it before writing, with underscores in the place of blanks, commas and"
                    + " brackets."),
        rule("delta-merge-duplicates")
            .condition("DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE")
            .said(
                "Several source rows match the same row of the table, so MERGE cannot tell which one counts.")
            .next(
                "Keep one source row per key before the merge: number them with row_number over the"
                    + " key, newest first, and keep number 1."),
        rule("delta-merge-column")
            .condition("DELTA_MERGE_UNRESOLVED_EXPRESSION")
            .said("The merge uses \"{sqlExpr}\" in its {clause}, and there is no such column.")
            .next("Use one of {cols}."),
        rule("delta-vacuum")
            .condition("DELTA_VACUUM_RETENTION_PERIOD_TOO_SHORT")
            .said(
                "VACUUM was told to delete files younger than the safe {configuredRetentionHours} hours.")
            .next(
                "Give at least {configuredRetentionHours} hours, or use DRY RUN to see what would go: a"
                    + " shorter time can break readers and time travel."),
        rule("delta-not-a-table")
            .condition("DELTA_MISSING_DELTA_TABLE")
            .said("What is at {tableName} is not a Delta table.")
            .next("Write it with format(\"delta\") first, or read it in the format that it has."),
        rule("delta-not-a-table")
            .condition("DELTA_TABLE_ONLY_OPERATION")
            .message("^\\[\\w+] (?<tableName>.*?) is not a Delta table")
            .said("There is no Delta table at {tableName}.")
            .next(
                "Check the name or path, and that it was written with format(\"delta\") before this line."),
        rule("delta-version")
            .condition("DELTA_VERSION_NOT_FOUND")
            .said(
                "The table has no version {userVersion}: its versions go from {earliest} to {latest}.")
            .next("Ask for one of those; DESCRIBE HISTORY lists them with what each one did."),
        rule("delta-version")
            .condition("DELTA_TIMESTAMP_EARLIER_THAN_COMMIT_RETENTION")
            .said("The table did not exist yet at {userTimestamp}.")
            .next("Ask for a time after its first version; DESCRIBE HISTORY lists the times."),
        rule("delta-version")
            .condition("DELTA_TIMESTAMP_GREATER_THAN_COMMIT")
            .said("The time {providedTimestamp} is after the table's latest version.")
            .next(
                "Ask for an earlier time, or read the table without timestampAsOf to get the latest."),
        rule("path-exists")
            .condition("DELTA_PATH_EXISTS")
            .said("There is a table at \"{path}\" already, and Delta does not replace it unasked.")
            .next("Say what should happen to it: mode(\"overwrite\") or mode(\"append\")."),
        rule("delta-change-feed")
            .condition("DELTA_MISSING_CHANGE_DATA")
            .said("The table did not record its changes in version {version}.")
            .next(
                "Set the table property {key} to true before the changes that you want to read, and"
                    + " start reading at the version after that."),
        rule("delta-keys")
            .condition("UNSUPPORTED_FEATURE.TABLE_OPERATION")
            .message("does not support table constraint")
            .said("Open-source Delta has no PRIMARY KEY or FOREIGN KEY.")
            .next(
                "Declare the key NOT NULL, name it in TBLPROPERTIES, and check yourself that it is unique."),
        rule("delta-conflict")
            .message("^\\[DELTA_CONCURRENT_(?<kind>\\w+)")
            .said("Another write changed the table while this one was running.")
            .next("Run the write again: it will start from the table as it is now."));
  }
}
