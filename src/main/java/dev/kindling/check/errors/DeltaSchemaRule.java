package dev.kindling.check.errors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows whose columns differ from those of the Delta table. Delta prints both schemas and leaves it
 * to the reader to find the difference; this rule finds it.
 */
final class DeltaSchemaRule implements Rule {

  private static final Pattern SCHEMAS =
      Pattern.compile(
          "Table schema:\\s*root(?<table>.*?)\\R\\s*Data schema:\\s*root(?<data>.*)",
          Pattern.DOTALL);
  private static final Pattern COLUMN =
      Pattern.compile("(?m)^ ?\\|?-- (?<name>.*?): (?<type>\\w+)");

  @Override
  public String name() {
    return "delta-schema";
  }

  @Override
  public Optional<Advice> advise(Failure failure) {
    return failure.faults().stream()
        .filter(fault -> fault.has("DELTA_METADATA_MISMATCH"))
        .findFirst()
        .map(fault -> advice(fault.message()));
  }

  private static Advice advice(String message) {
    Matcher schemas = SCHEMAS.matcher(message);
    List<String> added = List.of();
    if (schemas.find()) {
      Map<String, String> table = columns(schemas.group("table"));
      added =
          columns(schemas.group("data")).keySet().stream()
              .filter(column -> !table.containsKey(column))
              .toList();
    }
    String said =
        added.isEmpty()
            ? "The rows do not have the columns and types of the Delta table."
            : "The rows have column(s) that the Delta table lacks: "
                + PlainText.value(String.join(", ", added))
                + ".";
    String next =
        message.contains("overwriteSchema") && !message.contains("mergeSchema")
            ? "Replace the table's schema on purpose with option(\"overwriteSchema\", \"true\"), or"
                + " give the rows the table's columns."
            : "Select only the table's columns, or let the table grow on purpose with"
                + " option(\"mergeSchema\", \"true\").";
    return new Advice(said, next);
  }

  private static Map<String, String> columns(String schema) {
    Map<String, String> columns = new LinkedHashMap<>();
    Matcher column = COLUMN.matcher(schema);
    while (column.find()) {
      columns.put(column.group("name"), column.group("type"));
    }
    return columns;
  }
}
