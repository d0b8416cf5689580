package day9.sample;

import dev.kindling.check.errors.Bench;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Uses a field inside a lambda, and so captures itself. */
final class Enricher {

  private final double rate;

  Enricher(double rate) {
    this.rate = rate;
  }

  void enrich(Bench bench) {
    bench
        .homes()
        .map((MapFunction<Row, Double>) row -> row.getDouble(1) * rate, Encoders.DOUBLE())
        .collectAsList();
  }
}
