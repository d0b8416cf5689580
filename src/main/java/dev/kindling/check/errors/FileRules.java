package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Reading and writing files. */
final class FileRules {

  private FileRules() {}

  static List<Rule> all() {
    return List.of(
        rule("model-path")
            .condition("PATH_NOT_FOUND")
            .message("exist: (?<saved>.*)/metadata\\.")
            .said("No model or stage was saved at \"{saved}\".")
            .next("Load from the same path that was given to save, and save before you load."),
        rule("missing-path")
            .condition("PATH_NOT_FOUND")
            .said("There is nothing at \"{path}\".")
            .next(
                "Use the path that the task hands to you, and check that it was written before this line."),
        rule("path-exists")
            .condition("PATH_ALREADY_EXISTS")
            .said(
                "There are files at \"{outputPath}\" already, and Spark does not replace them unasked.")
            .next("Say what should happen to them: mode(\"overwrite\") or mode(\"append\")."),
        rule("model-exists")
            .message("^Path (?<path>.*) already exists\\. To overwrite it, please use write")
            .said("A model or stage is saved at \"{path}\" already.")
            .next("Replace it with model.write().overwrite().save(path)."),
        rule("no-schema")
            .condition("UNABLE_TO_INFER_SCHEMA")
            .said("There are no {format} files to read at this path.")
            .next("Check the path and the format, or give the columns yourself with schema(…)."),
        rule("unknown-format")
            .condition("DATA_SOURCE_NOT_FOUND")
            .said("Spark knows no file format called \"{provider}\".")
            .next("Use one of csv, json, parquet, orc, text or delta."),
        rule("wrong-format")
            .condition("FAILED_READ_FILE.CANNOT_READ_FILE_FOOTER")
            .said("The file \"{path}\" is not of the format that it is read as.")
            .next("Read it with the format it was written in, such as csv(…) or json(…)."),
        rule("file-gone")
            .condition("FAILED_READ_FILE.FILE_NOT_EXIST")
            .said("The file \"{path}\" disappeared between the read and the action.")
            .next(
                "Do not overwrite or delete a path that is still being read: write to another path, or"
                    + " use a Delta table, which allows it."),
        rule("malformed-record")
            .condition("MALFORMED_RECORD_IN_PARSING")
            .said(
                "A line of the file does not fit the schema, and the mode {failFastMode} stops there.")
            .next(
                "Read with mode PERMISSIVE and a string column _corrupt_record to see such lines, or"
                    + " correct the schema."),
        rule("corrupt-column-alone")
            .condition("UNSUPPORTED_FEATURE.QUERY_ONLY_CORRUPT_RECORD_COLUMN")
            .said(
                "A query that reads only the corrupt-record column would not parse the file at all.")
            .next("Call cache() on the DataFrame right after reading it, and query that."),
        rule("type-not-written")
            .condition("UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE")
            .message("of the type UDT")
            .said("{format} files cannot hold the vector column \"{columnName}\".")
            .next(
                "Write Parquet or Delta, or drop the vector, or turn it into numbers with"
                    + " vector_to_array."),
        rule("type-not-written")
            .condition("UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE")
            .said("{format} files cannot hold the column \"{columnName}\" of type {columnType}.")
            .next("Write Parquet or Delta, or turn the column into plain numbers or text first."),
        rule("stream-as-batch")
            .message("^Queries with streaming sources must be executed with writeStream")
            .said("This DataFrame is a stream without an end, so it cannot be collected or shown.")
            .next(
                "Start it with writeStream()…start(), or use spark.read() instead of readStream()."),
        rule("missing-file")
            .type(NoSuchFileException.class)
            .message("(?<path>.+)")
            .said("There is no file \"{path}\".")
            .next(
                "Use the path that the task hands to you, and check that it was written before this line."),
        rule("missing-file")
            .type(FileNotFoundException.class)
            .message("(?<path>[^(\\n]+)")
            .said("There is no file \"{path}\".")
            .next(
                "Use the path that the task hands to you, and check that it was written before this line."));
  }
}
