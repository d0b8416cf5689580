package dev.kindling.tracking.runs;

import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.PythonText;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.regex.Pattern;

/** Reads which run a request is about. */
public final class RunId {

  private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9][\\p{L}\\p{N}_-]{0,255}");

  private RunId() {}

  /**
   * The id in {@code run_id}, or in its older name {@code run_uuid}.
   *
   * @throws TrackingException when there is neither
   */
  public static String of(Fields request) {
    String id = request.text("run_id");
    return id == null || id.isEmpty() ? request.requiredAs("run_uuid", "run_id") : id;
  }

  /**
   * The id in {@code run_id} alone. The calls that use this take the older name for given, but do
   * not look there.
   */
  public static String strict(Fields request) {
    of(request);
    return request.text("run_id", "");
  }

  /**
   * An id that has the form of one.
   *
   * @throws TrackingException when it has not
   */
  public static String checked(String id) {
    if (!VALID.matcher(id).matches()) {
      throw TrackingException.invalid(
          "Invalid value %s for parameter 'run_id' supplied.", PythonText.json(id));
    }
    return id;
  }
}
