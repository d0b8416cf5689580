package dev.kindling.check.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** A value as a learner reads it: short, on one line, the same in every locale. */
public final class CellText {

  private static final int WIDTH = 28;
  private static final int SENTENCE = 120;
  private static final MathContext DIGITS = new MathContext(7);

  private CellText() {}

  /** A text of at most 28 characters; numbers with seven digits. */
  public static String of(@Nullable Object value) {
    return cut(text(value, false), WIDTH);
  }

  /** The same in at most 120 characters: a sentence has more room than a cell of a table. */
  public static String inSentence(@Nullable Object value) {
    return cut(text(value, false), SENTENCE);
  }

  /** A text of any length, with every digit. */
  public static String exact(Object value) {
    return text(value, true);
  }

  /** As {@link #of}, with quotes around a string and a longer limit: for use within a sentence. */
  public static String quoted(@Nullable Object value) {
    return value instanceof String string
        ? "'" + cut(string.isEmpty() ? "" : oneLine(string), 60) + "'"
        : inSentence(value);
  }

  /** Two different values as texts that differ, even if they agree for a long way. */
  static List<String> distinct(Object one, Object other) {
    String left = of(one);
    String right = of(other);
    if (!left.equals(right)) {
      return List.of(left, right);
    }
    left = exact(one);
    right = exact(other);
    int same = 0;
    while (same < Math.min(left.length(), right.length())
        && left.charAt(same) == right.charAt(same)) {
      same++;
    }
    return List.of(around(left, same), around(right, same));
  }

  private static String around(String text, int index) {
    int start = text.length() <= WIDTH ? 0 : Math.max(0, index - 8);
    String rest = text.substring(Math.min(start, text.length()));
    return cut(start > 0 ? "…" + rest.stripLeading() : rest, WIDTH);
  }

  /** The text itself, or its beginning and an ellipsis. */
  public static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private static String text(@Nullable Object value, boolean exact) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String string) {
      // Quotes where a reader would otherwise see nothing, or the wrong thing.
      boolean plain = string.equals(string.strip()) && !string.isEmpty() && !string.equals("null");
      return plain ? oneLine(string) : "'" + oneLine(string) + "'";
    }
    if (value instanceof Double || value instanceof Float) {
      return number((Number) value, exact);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Vector vector) {
      return vectorText(vector, exact);
    }
    if (value instanceof byte[] bytes) {
      return "0x" + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toInstant().toString();
    }
    return collectionText(value, exact);
  }

  private static String collectionText(Object value, boolean exact) {
    if (value instanceof Row row) {
      return list(CollectionConverters.asJava(row.toSeq()), "{", "}", exact);
    }
    if (value instanceof Iterable<?> elements) {
      return list(elements, "[", "]", exact);
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      return list(CollectionConverters.asJava(seq), "[", "]", exact);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return map(CollectionConverters.asJava(map), exact);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, exact);
    }
    if (value.getClass().isArray()) {
      return list(Cell.elements(value), "[", "]", exact);
    }
    return oneLine(value.toString());
  }

  private static String vectorText(Vector vector, boolean exact) {
    if (vector instanceof SparseVector sparse && sparse.size() > 8) {
      return "(%d, %s, %s)"
          .formatted(sparse.size(), text(sparse.indices(), exact), text(sparse.values(), exact));
    }
    return text(vector.toArray(), exact);
  }

  private static String list(Iterable<?> values, String open, String close, boolean exact) {
    StringBuilder joined = new StringBuilder(open);
    for (Object value : values) {
      if (joined.length() > open.length()) {
        joined.append(", ");
      }
      joined.append(text(value, exact));
      if (!exact && joined.length() > 200) {
        return joined.append(", …").append(close).toString();
      }
    }
    return joined.append(close).toString();
  }

  private static String map(Map<?, ?> map, boolean exact) {
    return map.entrySet().stream()
        .map(entry -> text(entry.getKey(), exact) + ": " + text(entry.getValue(), exact))
        .sorted()
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String number(Number value, boolean exact) {
    double number = value.doubleValue();
    double magnitude = Math.abs(number);
    if (exact || Double.isNaN(number) || Double.isInfinite(number) || number == 0) {
      return value.toString();
    }
    BigDecimal rounded = new BigDecimal(value.toString()).round(DIGITS).stripTrailingZeros();
    if (magnitude < 1e-4 || magnitude >= 1e9) {
      return rounded.toString();
    }
    return rounded.scale() <= 0 ? rounded.toPlainString() + ".0" : rounded.toPlainString();
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(Character.isISOControl(c) ? '\ufffd' : c);
      }
    }
    return line.toString();
  }
}
