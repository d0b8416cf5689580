package dev.kindling.check.sample;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

public final class CountMistakes {

  private CountMistakes() {}

  public static final class OneLess extends CountSolution {
    @Override
    public long count(Dataset<Row> frame) {
      return super.count(frame) - 1;
    }
  }

  public static final class SkipsNulls extends CountSolution {
    @Override
    public long count(Dataset<Row> frame) {
      return super.count(frame.na().drop());
    }
  }

  public static final class NotBegun extends CountSolution {
    @Override
    public long count(Dataset<Row> frame) {
      throw new UnsupportedOperationException("TODO 1: count the rows");
    }
  }

  public static final class NotCreated extends CountSolution {
    public NotCreated() {
      throw new IllegalStateException("no luck");
    }
  }
}
