package dev.kindling.tracking.contract;

import java.util.List;
import java.util.Map;

/**
 * One HTTP call of a scenario, as written: templates are not filled in yet.
 *
 * @param line where it stands in its file, counted from 1
 * @param method the HTTP method
 * @param target path and query; without a leading slash it is below {@code /api/2.0/mlflow/}
 * @param headers headers beside the usual ones; the value {@code none} takes a usual one away
 * @param body the body as a template, or an empty string for none
 * @param captures values of the answer that later calls use
 * @param comparedHeaders headers of the answer that are compared too
 * @param anyOrder fields of the answer whose lists MLflow gives in no order
 * @param each values for {@code ${*}}: the call is made once for each, or just once if there is
 *     none
 */
record Call(
    int line,
    String method,
    String target,
    Map<String, String> headers,
    String body,
    List<Capture> captures,
    List<String> comparedHeaders,
    List<String> anyOrder,
    List<String> each) {

  Call {
    headers = Map.copyOf(headers);
    captures = List.copyOf(captures);
    anyOrder = List.copyOf(anyOrder);
    comparedHeaders = List.copyOf(comparedHeaders);
    each = List.copyOf(each);
  }

  /** What a report calls this call: stable from run to run, since no value is filled in. */
  String label(String value) {
    String call = method + " " + target + (body.isEmpty() ? "" : " " + shortened(body));
    return value == null ? call : call + " [" + shortened(value) + "]";
  }

  private static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= 160 ? line : line.substring(0, 157) + "...";
  }
}
