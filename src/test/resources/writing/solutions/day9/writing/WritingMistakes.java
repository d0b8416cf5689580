package day9.writing;

import dev.kindling.lab.Mistake;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

final class WritingMistakes {

  @Mistake(
      task = 1,
      diagnosis = "one-not-logged",
      says = "You logged {yours} of {expected} rows: one is missing. Count them all.")
  static final class LogsOneTooFew extends WritingSolution {
    LogsOneTooFew() {
      super("mistake");
    }

    @Override
    public long log(String uri, String experiment, Dataset<Row> df) {
      return super.log(uri, experiment, df) - 1;
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "one-not-written",
      says = "The last number is one row too small. Count them all.")
  static final class WritesOneTooFew extends WritingSolution {
    WritesOneTooFew() {
      super("mistake");
    }

    @Override
    public List<Long> write(String folder, Dataset<Row> df) {
      List<Long> right = super.write(folder, df);
      return List.of(right.get(0), right.get(1) - 1);
    }
  }

  private WritingMistakes() {}
}
