package day2.selection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of which the first has a level that no other row has.
 *
 * @param rows the rows, changed
 * @param category the category in which it has it
 */
record OneUnseenLevel(Table rows, String category) {

  private static final int LEVEL = 77;

  OneUnseenLevel {
    List<List<Object>> changed = new ArrayList<>(rows.rows());
    List<Object> first = new ArrayList<>(changed.get(0));
    first.set(rows.columns().indexOf(category), LEVEL);
    changed.set(0, first);
    rows = new Table(rows.columns(), changed);
  }

  /** The same change to a frame of the rows. */
  Dataset<Row> in(Dataset<Row> df) {
    Object first = rows.column("id").get(0);
    return df.withColumn(category, when(col("id").equalTo(first), LEVEL).otherwise(col(category)));
  }
}
