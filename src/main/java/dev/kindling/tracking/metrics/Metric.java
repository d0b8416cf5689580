package dev.kindling.tracking.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Lengths;
import dev.kindling.tracking.protocol.Names;
import dev.kindling.tracking.protocol.TrackingException;

/**
 * One value of a metric.
 *
 * @param value may be NaN; infinities are kept as the largest doubles
 * @param timestamp in epoch milliseconds
 */
public record Metric(String key, double value, long timestamp, long step) {

  private static final int LONGEST_KEY = 250;

  public Metric {
    if (Double.isInfinite(value)) {
      value = Math.copySign(Double.MAX_VALUE, value);
    }
  }

  /**
   * Reads and checks one.
   *
   * @throws TrackingException when something is missing or not allowed
   */
  public static Metric of(Fields fields) {
    String key = fields.required("key");
    double value = fields.number("value").orElseThrow(() -> Fields.missing(fields.path("value")));
    long timestamp =
        fields.integer("timestamp").orElseThrow(() -> Fields.missing(fields.path("timestamp")));
    long step = fields.integer("step").orElse(0);
    Names.check(key, fields.path("name"));
    if (timestamp < 0) {
      throw TrackingException.invalid(
          "Invalid value %d for parameter '%s' supplied: metric '%s' (value=%s). Timestamp must be"
              + " a nonnegative long (64-bit integer) ",
          timestamp, fields.path("timestamp"), key, value);
    }
    Lengths.check("Metric name", LONGEST_KEY, key);
    return new Metric(key, value, timestamp, step);
  }

  /** The value as MLflow's tables keep it: a flag beside it says that it is NaN. */
  double stored() {
    return Double.isNaN(value) ? 0 : value;
  }

  /** Whether this is later than another value of the same metric. */
  boolean isAfter(Metric other) {
    if (step != other.step) {
      return step > other.step;
    }
    if (timestamp != other.timestamp) {
      return timestamp > other.timestamp;
    }
    return stored() > other.stored();
  }

  /** As answers show it. */
  public ObjectNode json() {
    ObjectNode json = Answers.empty();
    json.put("key", key);
    Answers.put(json, "value", value);
    json.put("timestamp", timestamp);
    json.put("step", step);
    return json;
  }
}
