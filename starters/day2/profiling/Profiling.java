package day2.profiling;

import static org.apache.spark.sql.functions.*;

import dev.kindling.profile.*;
import dev.kindling.profile.report.*;
import java.util.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.sql.*;
import org.apache.spark.sql.types.*;

public class Profiling implements ProfilingLab {

  // Task 1: rows, columns, missing cells, rows that repeat an earlier one; three jobs at most.
  @Override
  public Overview overview(Dataset<Row> df) {
    throw new UnsupportedOperationException("TODO 1: look at the whole");
  }

  // Task 2: column -> numeric, boolean, date, categorical, text or unsupported.
  @Override
  public Map<String, String> inferKinds(Dataset<Row> df) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (StructField field : df.schema().fields()) {
      // What the type tells goes here; strings have to be read.
    }
    throw new UnsupportedOperationException("TODO 2: infer the kinds");
  }

  // Task 3: `column`, `count`, `missing`, `distinct`, `infinite`, `zeros`, `mean`, `std`, `min`,
  // `max`, `skewness`, one row per column, from one agg.
  @Override
  public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
    throw new UnsupportedOperationException("TODO 3: summarise in one pass");
  }

  // Task 4: column -> the exact quantiles of 5, 25, 50, 75 and 95 percent.
  @Override
  public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
    double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
    throw new UnsupportedOperationException("TODO 4: find the quantiles");
  }

  // Task 5: `pearson` and `spearman` of each two numeric columns, `cramers_v` of each two others.
  @Override
  public List<Correlation> correlate(
      Dataset<Row> df, List<String> numeric, List<String> categorical) {
    List<Correlation> correlations = new ArrayList<>();
    for (int i = 0; i < numeric.size(); i++) {
      for (int j = i + 1; j < numeric.size(); j++) {
        Dataset<Row> both = df.select(numeric.get(i), numeric.get(j)).na().drop();
        // Pearson and Spearman of these two go here.
      }
    }
    throw new UnsupportedOperationException("TODO 5: correlate");
  }

  // Task 6: the alerts of the lesson's table.
  @Override
  public List<Finding> findAlerts(List<Figures> columns) {
    List<Finding> findings = new ArrayList<>();
    for (Figures figures : columns) {
      // One `if` per rule goes here: findings.add(new Finding("EMPTY", figures.column())), …
    }
    throw new UnsupportedOperationException("TODO 6: raise the alerts");
  }

  // Task 7: what to drop, what to convert, what drifted.
  @Override
  public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
    Profile profile = Profile.of(train);
    throw new UnsupportedOperationException("TODO 7: read the report");
  }
}
