package dev.kindling.check;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.compare.Tolerance;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a check expects of the number of Spark jobs that a call starts.
 *
 * @param <T> what the call returns
 */
public final class JobsExpectation<T> extends Expectation<JobsExpectation<T>, Integer> {

  private final JobCount<T> count;
  private boolean used;

  JobsExpectation(JobCount<T> count) {
    super(count.jobs().size());
    this.count = count;
  }

  public JobsExpectation<T> toBe(int jobs) {
    return judge(
        () -> unless(actual() == jobs, () -> mismatch("to start " + words(jobs), words(jobs))));
  }

  public JobsExpectation<T> toBeAtMost(int jobs) {
    return judge(
        () ->
            unless(
                actual() <= jobs,
                () -> mismatch("to start at most " + words(jobs), "at most " + words(jobs))));
  }

  @Override
  Compared compared() {
    return Compared.value((long) actual(), Tolerance.DEFAULT);
  }

  /** What the call returned. */
  public T result() {
    used = true;
    return count.value();
  }

  /** Where the jobs were started, in the order of their starts. */
  public List<String> jobs() {
    return count.jobs();
  }

  @Override
  boolean isJudged() {
    return used || super.isJudged();
  }

  private Mismatch mismatch(String wish, String expected) {
    return new Mismatch(
        "Expected %s %s, but %s.".formatted(subject(), wish, started()), expected, tally());
  }

  private String started() {
    return actual() == 1 ? "1 was started" : actual() + " were started";
  }

  private static String words(int jobs) {
    return jobs == 1 ? "1 Spark job" : jobs + " Spark jobs";
  }

  /** How many jobs each line of code started. */
  private String tally() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    count.jobs().forEach(job -> counts.merge(job, 1, Integer::sum));
    String places =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(8)
            .map(entry -> "%d × %s".formatted(entry.getValue(), entry.getKey()))
            .collect(Collectors.joining("\n"));
    String more = counts.size() > 8 ? "\n… and " + (counts.size() - 8) + " more places" : "";
    return places.isEmpty() ? words(actual()) : words(actual()) + "\n" + places + more;
  }
}
