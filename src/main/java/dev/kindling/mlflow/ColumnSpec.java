package dev.kindling.mlflow;

/**
 * One column of a signature.
 *
 * @param name empty when the signature only counts columns
 * @param required whether the model cannot do without it
 */
public record ColumnSpec(String name, ColumnType type, boolean required) {

  /** As MLflow writes it: {@code 'price': double (required)}. */
  @Override
  public String toString() {
    return "'%s': %s (%s)".formatted(name, type, required ? "required" : "optional");
  }
}
