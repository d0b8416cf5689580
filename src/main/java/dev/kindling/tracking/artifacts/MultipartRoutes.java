package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.http.RequestFields;
import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.TrackingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** Uploads in parts, which only stores in a cloud take: clients then send files as a whole. */
final class MultipartRoutes {

  private final String prefix;

  MultipartRoutes(String prefix) {
    this.prefix = prefix;
  }

  void addTo(RoutesConfig routes) {
    add(routes, "create", List.of("path"));
    add(routes, "complete", List.of("path", "parts"));
    add(routes, "abort", List.of("path"));
  }

  private void add(RoutesConfig routes, String step, List<String> required) {
    String before = prefix + "mpu/" + step + "/";
    routes.post(before + "<path>", ctx -> refuse(ctx, before, required));
  }

  private static void refuse(Context ctx, String before, List<String> required) {
    ServedRoutes.path(ctx, before);
    Fields request = RequestFields.of(ctx);
    for (String field : required) {
      if (!request.has(field)) {
        throw Fields.missing(field);
      }
    }
    throw new TrackingException(
        ErrorCode.NOT_IMPLEMENTED,
        "Multipart upload is not supported for the current artifact repository");
  }
}
