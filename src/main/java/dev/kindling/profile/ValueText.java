package dev.kindling.profile;

import dev.kindling.profile.scan.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Writes the values of a column as people do.
 *
 * @param reading how it was read
 * @param type its Spark type
 */
record ValueText(Reading reading, DataType type) {

  private static final double MICROS_PER_DAY = 86_400e6;

  /** A value as it came from a scan. */
  String of(Object key) {
    return switch (reading) {
      case DAY -> LocalDate.ofEpochDay((Long) key).toString();
      case MICROS -> moment((Long) key);
      case DOUBLE ->
          type instanceof FloatType
              ? Float.toString(((Double) key).floatValue())
              : Double.toString((Double) key);
      default -> key.toString();
    };
  }

  private String moment(long micros) {
    Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    return type instanceof TimestampType
        ? instant.toString()
        : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  /** A time, given as the number that was read, in milliseconds since 1970. */
  double millis(double time) {
    return reading == Reading.DAY ? time * 86_400_000 : time / 1000;
  }

  /** A difference of times, given as the number that was read, in days. */
  double days(double difference) {
    return reading == Reading.DAY ? difference : difference / MICROS_PER_DAY;
  }
}
