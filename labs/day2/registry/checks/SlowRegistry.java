package day2.registry.checks;

import dev.kindling.mlflow.TrackingRelay;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** A server that needs a while to make a version, as a busy one does, before the real one. */
final class SlowRegistry {

  static final String PENDING = "PENDING_REGISTRATION";

  private static final Pattern READY = Pattern.compile("(\"status\"\\s*:\\s*)\"READY\"");

  private SlowRegistry() {}

  /**
   * Says {@link #PENDING} of a version when it is created and when it is asked for the first time,
   * and then what became of it.
   *
   * @param told what was said last; changes
   */
  static TrackingRelay before(String target, String outcome, AtomicReference<String> told) {
    int[] answers = {0};
    return new TrackingRelay(
        target,
        (path, request, answer) -> {
          String text = new String(answer, StandardCharsets.UTF_8);
          synchronized (answers) {
            boolean begun = answers[0] > 0 || path.endsWith("/model-versions/create");
            if (!begun || !READY.matcher(text).find()) {
              return answer;
            }
            told.set(++answers[0] > 2 ? outcome : PENDING);
          }
          String said = "$1\"" + told.get() + "\"";
          return READY.matcher(text).replaceAll(said).getBytes(StandardCharsets.UTF_8);
        });
  }
}
