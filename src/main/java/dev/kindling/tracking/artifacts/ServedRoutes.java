package dev.kindling.tracking.artifacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The routes by which clients keep files here: {@code mlflow-artifacts}. */
public final class ServedRoutes {

  private static final List<String> PREFIXES =
      List.of("/api/2.0/mlflow-artifacts/", "/ajax-api/2.0/mlflow-artifacts/");
  private static final String FILES = "artifacts";

  private final ArtifactFolder folder;
  private final Download download;

  public ServedRoutes(ArtifactFolder folder) {
    this.folder = folder;
    this.download = new Download(folder);
  }

  /** Adds the routes under both of MLflow's prefixes. */
  public void addTo(RoutesConfig routes) {
    for (String prefix : PREFIXES) {
      String file = prefix + FILES + "/";
      routes.get(prefix + FILES, this::list);
      routes.get(file + "<path>", ctx -> download.send(ctx, path(ctx, file)));
      routes.put(file + "<path>", ctx -> upload(ctx, path(ctx, file)));
      routes.delete(file + "<path>", ctx -> delete(ctx, path(ctx, file)));
      new MultipartRoutes(prefix).addTo(routes);
    }
  }

  /** The path as it was sent: what the web server makes of dots and codes is not ours to trust. */
  static ArtifactPath path(Context ctx, String before) {
    return ArtifactPath.of(ctx.req().getRequestURI().substring(before.length()));
  }

  private void list(Context ctx) {
    String asked = ctx.queryParam("path");
    List<FileInfo> files = folder.list(ArtifactPath.of(asked == null ? "" : asked));
    ObjectNode answer = Answers.empty();
    Answers.list(answer, "files", files, FileInfo::json);
    ctx.contentType("application/json").result(Answers.bytes(answer));
  }

  private void upload(Context ctx, ArtifactPath path) {
    folder.write(path, ctx.bodyInputStream());
    ctx.res().setContentType(null);
  }

  private void delete(Context ctx, ArtifactPath path) {
    folder.delete(path);
    ctx.contentType("application/json").result(Answers.bytes(Answers.empty()));
  }
}
