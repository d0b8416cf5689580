package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All dates and times are off by the same. */
final class Days implements Relation {

  private static final int PAIRS = 2;

  @Override
  public Optional<Cause> of(Paired paired) {
    List<Duration> off = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column : paired.differing()) {
      names.add(paired.name(column));
      for (Paired.Two two : paired.values(column)) {
        Optional<Instant> expected = instant(two.expected());
        Optional<Instant> actual = instant(two.actual());
        if (expected.isPresent() && actual.isPresent()) {
          off.add(Duration.between(expected.get(), actual.get()));
        } else if (two.expected() != null || two.actual() != null) {
          return Optional.empty();
        }
      }
    }
    boolean same = off.size() >= PAIRS && off.stream().distinct().count() == 1;
    if (!same || off.get(0).isZero()) {
      return Optional.empty();
    }
    names.removeIf(String::isEmpty);
    Duration by = off.get(0).abs();
    boolean days = by.toSeconds() % 86_400 == 0;
    return Optional.of(
        new Cause(
            days ? "neighbouring-day" : "another-time-zone",
            "Every time%s is %s %s: look at %s."
                .formatted(
                    names.isEmpty() ? "" : " in " + String.join(", ", names),
                    days ? count(by.toDays(), "day") : count(by.toMinutes(), "minute"),
                    off.get(0).isNegative() ? "too early" : "too late",
                    days ? "which end counts" : "the time zone")));
  }

  private static String count(long number, String unit) {
    return "%,d %s%s".formatted(number, unit, number == 1 ? "" : "s");
  }

  private static Optional<Instant> instant(Object value) {
    if (value instanceof java.sql.Timestamp time) {
      return Optional.of(time.toInstant());
    } else if (value instanceof java.sql.Date date) {
      return Optional.of(date.toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC));
    } else if (value instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay().toInstant(ZoneOffset.UTC));
    } else if (value instanceof LocalDateTime time) {
      return Optional.of(time.toInstant(ZoneOffset.UTC));
    }
    return value instanceof Instant instant ? Optional.of(instant) : Optional.empty();
  }
}
