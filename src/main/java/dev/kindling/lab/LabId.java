package dev.kindling.lab;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a lab: its folder below {@code labs/}, such as {@code day2/imputation}.
 *
 * @param group the folder that groups labs: {@code day1} to {@code day4}, or {@code projects}
 * @param name the short name, lower-case letters and digits (it is a Java package too)
 */
public record LabId(String group, String name) implements Comparable<LabId> {

  private static final Pattern PART = Pattern.compile("[a-z][a-z0-9]*");

  public LabId {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(name, "name");
    if (!PART.matcher(group).matches() || !PART.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s/%s' is not a lab id: use lower-case letters and digits, such as 'day2/imputation'."
              .formatted(group, name));
    }
  }

  /** Reads {@code day2/imputation}. */
  public static LabId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "'%s' is not a lab id: it has a group and a name, such as 'day2/imputation'."
              .formatted(text));
    }
    return new LabId(text.substring(0, slash), text.substring(slash + 1));
  }

  /** The Java package of the lab's classes, such as {@code day2.imputation}. */
  public String packageName() {
    return group + "." + name;
  }

  @Override
  public int compareTo(LabId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return group + "/" + name;
  }
}
