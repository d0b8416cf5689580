package dev.kindling.profile.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a column holds, seen by someone who wants to describe it. */
public enum Kind {
  /** Numbers of any Spark type. */
  NUMERIC,
  /** Texts that repeat: at most half as many different ones as values. */
  CATEGORICAL,
  /** Spark's boolean, or texts that are yes and no, y and n, true and false, t and f. */
  BOOLEAN,
  /** Dates and timestamps. A text that looks like a date stays a text, with an alert. */
  DATE,
  /** Texts that hardly repeat. */
  TEXT,
  /** Arrays, structs, maps, vectors, binaries, and all else: only missing cells are counted. */
  UNSUPPORTED;

  /** The name in JSON and on the page. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
