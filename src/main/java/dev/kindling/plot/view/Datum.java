package dev.kindling.plot.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one row gives each channel, after bins and aggregates are worked out. Quantitative and
 * temporal channels hold doubles (milliseconds for times) or null; others hold the value itself.
 *
 * @param values the values by channel
 */
record Datum(Map<String, Object> values) {

  @Nullable Object get(String channel) {
    return values.get(channel);
  }

  double number(String channel) {
    return values.get(channel) instanceof Double number ? number : Double.NaN;
  }

  boolean has(String channel) {
    return values.get(channel) != null;
  }
}
