package dev.kindling.check.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads stack traces that exist only as text: an executor's error travels to the driver inside the
 * message of another, and arrives without its exception if that could not be serialised.
 */
final class StackText {

  // The lengths are bounded, because the text may be a learner's: no message may keep us busy.
  private static final Pattern FRAME =
      Pattern.compile(
          "(?m)^[ \\t]{0,20}(?:at )?(?:[\\w.@/-]{0,200}/)?([\\w.$]{1,300})\\.([\\w$<>]{1,200})"
              + "\\(([^():\\n]{1,200}):(\\d{1,7})\\)[ \\t\\r]{0,9}$");

  /** The class and message of an error: at the start of a line, or after the lost task. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:^|\\(TID \\d+\\) \\([^)\\n]*\\): |\\nCaused by: )"
              + "([a-z_][\\w.$]{0,300}\\.[A-Z][\\w$]{0,200})(?:: ((?s:.*?)))?(?=\\n\\s*at |\\nCaused by: |$)");

  private static final Pattern CONDITION =
      Pattern.compile("^\\s*\\[([A-Z][A-Z0-9_]*(?:\\.[A-Z0-9_]+)?)] ");

  private StackText() {}

  /** The calls named in a text, in its order. */
  static List<StackTraceElement> frames(String text) {
    List<StackTraceElement> frames = new ArrayList<>();
    Matcher frame = FRAME.matcher(text);
    while (frame.find()) {
      frames.add(
          new StackTraceElement(
              frame.group(1), frame.group(2), frame.group(3), Integer.parseInt(frame.group(4))));
    }
    return frames;
  }

  /** The errors described in a text, the outermost first; none if it describes none. */
  static List<Fault> faults(String text) {
    List<Fault> faults = new ArrayList<>();
    Matcher head = HEAD.matcher(text);
    int from = 0;
    while (head.find(from)) {
      int end = text.indexOf("\nCaused by: ", head.end());
      String stack = text.substring(head.end(), end < 0 ? text.length() : end);
      faults.add(fault(head.group(1), head.group(2) == null ? "" : head.group(2), stack));
      if (end < 0) {
        break;
      }
      from = end;
    }
    return faults;
  }

  private static Fault fault(String type, String message, String stack) {
    Matcher condition = CONDITION.matcher(message);
    return new Fault(
        type,
        message,
        condition.find() ? Optional.of(condition.group(1)) : Optional.empty(),
        Map.of(),
        List.of(),
        Optional.empty(),
        frames(stack));
  }
}
