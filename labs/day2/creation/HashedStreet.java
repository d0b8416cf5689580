package day2.creation;

import static dev.kindling.check.Expect.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The vector that one row has for its street.
 *
 * @param name the street; null if nobody knows it
 * @param size how long the vector is
 * @param slots where it is not zero
 * @param values what is there
 */
record HashedStreet(String name, int size, Set<Integer> slots, Set<Double> values) {

  /** Collects the vectors of a frame. */
  static List<HashedStreet> of(Dataset<Row> houses) {
    List<Row> rows =
        compute(
            "the hashed streets",
            () -> houses.select("street_name", Houses.STREET_SLOTS).collectAsList());
    return rows.stream().map(row -> of(row.getString(0), row.<Vector>getAs(1))).toList();
  }

  private static HashedStreet of(String name, Vector vector) {
    SparseVector filled = vector.toSparse();
    return new HashedStreet(
        name,
        vector.size(),
        Arrays.stream(filled.indices()).boxed().collect(Collectors.toCollection(TreeSet::new)),
        Arrays.stream(filled.values()).boxed().collect(Collectors.toCollection(TreeSet::new)));
  }

  boolean isKnown() {
    return name != null;
  }
}
