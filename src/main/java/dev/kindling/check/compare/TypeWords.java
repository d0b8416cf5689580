package dev.kindling.check.compare;

import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * Types compared and named as Spark's own output names them; whether null is allowed is ignored.
 */
public final class TypeWords {

  private TypeWords() {}

  /** The name of a type, such as {@code double} or {@code array<string>}. */
  public static String name(DataType type) {
    return CellText.cut(type.simpleString(), 120);
  }

  /** How the type of a column differs, in words; empty if it does not. */
  public static Optional<String> difference(String column, DataType expected, DataType actual) {
    return agree(expected, actual)
        ? Optional.empty()
        : Optional.of(
            "column '%s' is %s, expected %s".formatted(column, name(actual), name(expected)));
  }

  static boolean isVector(DataType type) {
    return type.equals(SQLDataTypes.VectorType());
  }

  private static boolean agree(DataType expected, DataType actual) {
    if (expected.equals(DataTypes.NullType) || expected.equals(actual)) {
      return true;
    }
    if (expected instanceof DecimalType && actual instanceof DecimalType) {
      // A value that a check writes down has no precision.
      return expected.equals(DecimalType.SYSTEM_DEFAULT());
    }
    if (expected instanceof ArrayType left && actual instanceof ArrayType right) {
      return agree(left.elementType(), right.elementType());
    }
    if (expected instanceof MapType left && actual instanceof MapType right) {
      return agree(left.keyType(), right.keyType()) && agree(left.valueType(), right.valueType());
    }
    return expected instanceof StructType left
        && actual instanceof StructType right
        && fieldsAgree(left, right);
  }

  private static boolean fieldsAgree(StructType expected, StructType actual) {
    if (expected.length() != actual.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (!expected.fields()[i].name().equals(actual.fields()[i].name())
          || !agree(expected.fields()[i].dataType(), actual.fields()[i].dataType())) {
        return false;
      }
    }
    return true;
  }
}
