package dev.kindling.check;

import dev.kindling.check.compare.Evidence;
import dev.kindling.check.compare.Mismatch;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check found the answer wrong. {@link #getMessage} holds everything as text, for an IDE; the
 * parts are there for whoever shows them better. Parts that are not known are null.
 */
public final class CheckFailure extends AssertionError {

  private final Mismatch mismatch;
  private final transient Optional<Evidence> evidence;
  private final transient Map<String, String> facts;
  private final @Nullable String diagnosis;
  private final @Nullable String message;
  private final @Nullable String help;

  /** A failure of which no cause is known yet. */
  CheckFailure(
      Mismatch mismatch,
      Optional<Evidence> evidence,
      Map<String, String> facts,
      @Nullable String help) {
    this(mismatch, evidence, facts, null, null, help);
  }

  CheckFailure(
      Mismatch mismatch,
      Optional<Evidence> evidence,
      Map<String, String> facts,
      @Nullable String diagnosis,
      @Nullable String message,
      @Nullable String help) {
    super(text(mismatch, diagnosis, message, help));
    this.mismatch = mismatch;
    this.evidence = evidence;
    this.facts = Map.copyOf(facts);
    this.diagnosis = diagnosis;
    this.message = message;
    this.help = help;
  }

  /** What differs, a sentence. */
  public String rationale() {
    return mismatch.rationale();
  }

  /** What was expected, as short text or a small table; may be null. */
  public @Nullable String expected() {
    return mismatch.expected();
  }

  /** What the answer gave, in the same form; may be null. */
  public @Nullable String actual() {
    return mismatch.actual();
  }

  /** What the failed comparison saw; empty where nothing could be compared. */
  public Optional<Evidence> evidence() {
    return evidence;
  }

  /** Numbers and names of the learner's own result, for the words about its cause. */
  public Map<String, String> facts() {
    return facts;
  }

  /** The id of the known mistake that was recognised; null if none was. */
  public @Nullable String diagnosis() {
    return diagnosis;
  }

  /** What that mistake is, and what to do; null if none was recognised. */
  public @Nullable String message() {
    return message;
  }

  /** The next step; may be null. */
  public @Nullable String help() {
    return help;
  }

  CheckFailure diagnosed(String id, @Nullable String text) {
    return at(new CheckFailure(mismatch, evidence, facts, id, text, help));
  }

  CheckFailure helped(String nextStep) {
    return at(new CheckFailure(mismatch, evidence, facts, diagnosis, message, nextStep));
  }

  /** The place of a failure is its first comparison, whatever is learned about it later. */
  private CheckFailure at(CheckFailure copy) {
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  private static String text(
      Mismatch mismatch,
      @Nullable String diagnosis,
      @Nullable String message,
      @Nullable String help) {
    StringBuilder text = new StringBuilder(mismatch.rationale());
    if (diagnosis != null) {
      text.append('\n').append(message == null ? "" : message + " ");
      text.append('[').append(diagnosis).append(']');
    }
    if (help != null) {
      text.append("\nNext: ").append(help);
    }
    append(text, "expected", mismatch.expected());
    append(text, "yours", mismatch.actual());
    return text.toString();
  }

  private static void append(StringBuilder text, String label, @Nullable String shown) {
    if (shown != null) {
      text.append('\n').append(label).append(shown.contains("\n") ? ":\n" : ": ").append(shown);
    }
  }
}
