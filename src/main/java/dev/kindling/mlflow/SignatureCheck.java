package dev.kindling.mlflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How a frame differs from what a model takes.
 *
 * @param missing required columns that the frame lacks
 * @param extra columns of the frame that the model does not know; they are no fault
 * @param wrongTypes columns of another type, such as {@code 'n': the model takes long, the frame
 *     has string}
 */
public record SignatureCheck(List<String> missing, List<String> extra, List<String> wrongTypes) {

  public SignatureCheck {
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
    wrongTypes = List.copyOf(wrongTypes);
  }

  static SignatureCheck of(List<ColumnSpec> inputs, StructType schema) {
    List<String> missing = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> extra = new ArrayList<>(Arrays.asList(schema.fieldNames()));
    for (ColumnSpec column : inputs) {
      if (extra.remove(column.name())) {
        StructField field = schema.apply(column.name());
        if (!SafeCasts.allowed(field.dataType(), column.type())) {
          wrong.add(
              "'%s': the model takes %s, the frame has %s"
                  .formatted(column.name(), column.type(), field.dataType().simpleString()));
        }
      } else if (column.required() && !column.name().isEmpty()) {
        missing.add(column.name());
      }
    }
    return new SignatureCheck(missing, inputs.isEmpty() ? List.of() : extra, wrong);
  }

  /** Whether the model can take the frame. */
  public boolean passes() {
    return missing.isEmpty() && wrongTypes.isEmpty();
  }

  /** All differences in sentences; extra columns only beside a fault, as a likely misnomer. */
  public String message() {
    if (passes()) {
      return "The frame fits the model's signature.";
    }
    List<String> sentences = new ArrayList<>();
    if (!missing.isEmpty()) {
      sentences.add(
          "The model's signature asks for columns that are missing: %s."
              .formatted(quoted(missing)));
      if (!extra.isEmpty()) {
        sentences.add("Columns that it does not know: %s.".formatted(quoted(extra)));
      }
    }
    if (!wrongTypes.isEmpty()) {
      sentences.add(
          "Columns of another type: %s. Cast them first.".formatted(String.join("; ", wrongTypes)));
    }
    return String.join(" ", sentences);
  }

  private static String quoted(List<String> names) {
    return names.stream().collect(Collectors.joining("', '", "'", "'"));
  }
}
