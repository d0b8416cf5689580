package day2.imputation;

import static org.apache.spark.sql.functions.expr;

import dev.kindling.data.Table;
import dev.kindling.data.listings.ListingsTruth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Listings with their gaps marked, so that a task can be judged without the task before it. */
final class MarkedFrames {

  static final Map<String, List<Integer>> SENTINELS =
      Map.of(ListingsTruth.SENTINEL_COLUMN, ListingsTruth.SENTINELS);

  private MarkedFrames() {}

  /** A frame of listings as the second task should return it. */
  static Dataset<Row> of(Dataset<Row> listings, List<String> columns) {
    Map<String, Column> values = new LinkedHashMap<>();
    Map<String, Column> indicators = new LinkedHashMap<>();
    for (String column : columns) {
      String value = "double(%s)".formatted(column);
      for (int sentinel : SENTINELS.getOrDefault(column, List.of())) {
        value = "nullif(%s, double(%d))".formatted(value, sentinel);
      }
      values.put(column, expr(value));
      indicators.put(column + "_na", expr("double(%s is null)".formatted(column)));
    }
    return listings.withColumns(values).withColumns(indicators);
  }

  /** The same in plain Java, with no other column than the id. */
  static Table of(Table listings, List<String> columns) {
    List<String> kept = new ArrayList<>(columns);
    kept.add("id");
    return new Marks(columns, SENTINELS).right(NamedRows.select(listings, kept));
  }
}
