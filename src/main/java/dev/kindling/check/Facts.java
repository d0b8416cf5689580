package dev.kindling.check;

import dev.kindling.check.compare.CellText;
import dev.kindling.check.compare.Compared;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Numbers and names of the learner's own result, which the words about a mistake can hold: {@code
 * {rows}} in them becomes the number of rows. Looked up only when a comparison fails.
 */
final class Facts {

  private final Map<String, Supplier<?>> given = new LinkedHashMap<>();

  /** One more fact; a later one of the same name takes its place. */
  void add(String name, Supplier<?> value) {
    given.put(name, value);
  }

  /**
   * What can be told of a failed comparison: {@code subject}, and of rows {@code rows}, {@code
   * expected rows}, {@code rows gone} and {@code rows more}; of a single value {@code yours} and
   * {@code expected}; and what the check itself has given.
   */
  Map<String, String> of(String subject, Compared compared) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("subject", subject);
    compared.single().ifPresent(value -> facts.put("yours", text(value)));
    compared.singleExpected().ifPresent(value -> facts.put("expected", text(value)));
    int rows = compared.actual().size();
    facts.put("rows", text(rows));
    OptionalInt expected = compared.expectedRows();
    if (expected.isPresent()) {
      facts.put("expected rows", text(expected.getAsInt()));
      facts.put("rows gone", text(Math.max(0, expected.getAsInt() - rows)));
      facts.put("rows more", text(Math.max(0, rows - expected.getAsInt())));
    }
    given.forEach((name, value) -> facts.put(name, text(value.get())));
    return facts;
  }

  /** As a sentence shows it: texts as they are, whole numbers in groups of three digits. */
  private static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Integer || value instanceof Long) {
      return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
    }
    return CellText.inSentence(value);
  }
}
