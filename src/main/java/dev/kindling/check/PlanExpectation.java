package dev.kindling.check;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.compare.Tolerance;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What a check expects of the plan by which Spark would compute a frame. */
public final class PlanExpectation extends Expectation<PlanExpectation, Dataset<Row>> {

  private static final int SHOWN = 1200;

  private @Nullable Plan plan;

  PlanExpectation(Dataset<Row> actual) {
    super(actual);
    as("the plan");
  }

  /** The text that {@code explain()} prints contains this, such as {@code InMemoryTableScan}. */
  public PlanExpectation toContain(String text) {
    return judge(
        () -> unless(plan().text().contains(text), () -> mismatch("to contain", text, "does not")));
  }

  /** The opposite of {@link #toContain}. */
  public PlanExpectation toNotContain(String text) {
    return judge(
        () ->
            unless(!plan().text().contains(text), () -> mismatch("not to contain", text, "does")));
  }

  /** Rows are shuffled this often; broadcasts do not count. */
  public PlanExpectation toHaveExchanges(int count) {
    return judge(
        () ->
            unless(
                plan().shuffles() == count,
                () ->
                    new Mismatch(
                        "Expected %s to shuffle rows %s, but it does %s."
                            .formatted(subject(), times(count), times(plan().shuffles())),
                        count == 1 ? "1 Exchange" : count + " Exchanges",
                        shown())));
  }

  /**
   * The source applies a filter on this column itself. A mere test for null does not count: Spark
   * pushes that even where it must keep the real condition for itself, as after a cast.
   */
  public PlanExpectation toPushFilterOn(String column) {
    return judge(
        () ->
            unless(
                pushes(column),
                () ->
                    new Mismatch(
                        "Expected %s to hand a filter on '%s' to the source, but it does not."
                            .formatted(subject(), column),
                        "PushedFilters with '%s'".formatted(column),
                        plan().filters().isEmpty()
                            ? shown()
                            : "PushedFilters: " + String.join(" ", plan().filters()))));
  }

  /** A condition on the text that {@code explain()} prints. */
  public PlanExpectation toSatisfy(String what, Predicate<String> holds) {
    return judge(
        () ->
            unless(
                AnswerCode.compute(subject(), () -> holds.test(plan().text())),
                () ->
                    new Mismatch("Expected of %s: %s.".formatted(subject(), what), null, shown())));
  }

  private boolean pushes(String column) {
    Pattern name = Pattern.compile("(?<![\\w.])" + Pattern.quote(column) + "(?![\\w.])");
    Pattern nullTest =
        Pattern.compile("(?i)is(not)?null\\(`?" + Pattern.quote(column) + "`?(#\\d+L?)?\\)");
    return plan().filters().stream()
        .map(filters -> nullTest.matcher(filters).replaceAll(""))
        .anyMatch(filters -> name.matcher(filters).find());
  }

  private Mismatch mismatch(String wish, String text, String but) {
    return new Mismatch(
        "Expected %s %s '%s', but it %s.".formatted(subject(), wish, text, but), null, shown());
  }

  /** The kinds of steps in their order; what they work on differs between ways to write a query. */
  @Override
  Compared compared() {
    return Compared.value(plan().steps(), Tolerance.DEFAULT);
  }

  private static String times(int count) {
    return count == 0 ? "not at all" : count == 1 ? "once" : count + " times";
  }

  private String shown() {
    String text = plan().text();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private Plan plan() {
    if (plan == null) {
      plan = AnswerCode.compute(subject(), () -> Plan.of(actual()));
    }
    return plan;
  }
}
