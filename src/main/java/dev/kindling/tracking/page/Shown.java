package dev.kindling.tracking.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as the page writes them. */
final class Shown {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Shown() {}

  /** A metric's value; what JSON has no number for comes as text. */
  static double number(JsonNode value) {
    return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText("NaN"));
  }

  /** Six significant digits, without zeros at the end. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (Math.abs(value) == Double.MAX_VALUE) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    if (size < 1e-4 || size >= 1e9) {
      return String.format(Locale.ROOT, "%.5e", value);
    }
    int decimals = Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }

  /** A moment in this machine's time zone; nothing for 0. */
  static String time(long millis) {
    return millis == 0
        ? ""
        : TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
  }

  /** How long something took; nothing while it has not ended. */
  static String duration(long start, long end) {
    if (start == 0 || end == 0) {
      return "";
    }
    Duration took = Duration.ofMillis(Math.max(0, end - start));
    if (took.toMillis() < 1000) {
      return took.toMillis() + " ms";
    }
    if (took.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
    if (took.toMinutes() < 60) {
      return "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart());
    }
    return "%d h %d min".formatted(took.toHours(), took.toMinutesPart());
  }

  /** A file's size. */
  static String bytes(long size) {
    if (size < 1000) {
      return size + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double scaled = size;
    int unit = -1;
    while (scaled >= 1000 && unit < units.length - 1) {
      scaled /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", scaled, units[unit]);
  }
}
