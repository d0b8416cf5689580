package dev.kindling.plot.spec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time as a specification writes them. */
public final class TimeText {

  private static final int DATE = "2026-03-01".length();

  private TimeText() {}

  /**
   * Milliseconds since 1970, read from an ISO date, an ISO time or milliseconds themselves. A time
   * without a zone is taken as it stands: only its place among the others matters in a picture.
   *
   * @throws DateTimeException when it is none of these
   */
  public static double millis(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (!(value instanceof String text)) {
      throw new DateTimeException("'%s' is not a date.".formatted(value));
    }
    if (text.length() == DATE) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
    String iso = text.replace(' ', 'T');
    Instant instant =
        zoned
            ? OffsetDateTime.parse(iso).toInstant()
            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    return instant.toEpochMilli();
  }
}
