package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.TrackingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The routes by which pages get and send files: they name a run or a version, and a path in it. */
public final class ArtifactFileRoutes {

  private static final int LARGEST = 10 * 1024 * 1024;

  private final ArtifactFolder folder;
  private final RunArtifacts runs;
  private final VersionLocations versions;
  private final ArtifactLocations locations;
  private final Download download;

  public ArtifactFileRoutes(ArtifactFolder folder, RunArtifacts runs, VersionLocations versions) {
    this.folder = folder;
    this.runs = runs;
    this.versions = versions;
    this.locations = new ArtifactLocations(folder, runs);
    this.download = new Download(folder);
  }

  /** Adds the routes. */
  public void addTo(RoutesConfig routes) {
    routes.get("/get-artifact", this::ofRun);
    routes.get("/model-versions/get-artifact", this::ofVersion);
    routes.post("/ajax-api/2.0/mlflow/upload-artifact", this::upload);
  }

  private void ofRun(Context ctx) {
    ArtifactPath path = ArtifactPath.of(required(ctx, "path"));
    String runId = ctx.queryParam("run_id");
    String root = runs.uri(runId == null || runId.isEmpty() ? ctx.queryParam("run_uuid") : runId);
    download.send(ctx, locations.of(root).resolve(path));
  }

  private void ofVersion(Context ctx) {
    ArtifactPath path = ArtifactPath.of(required(ctx, "path"));
    String root = versions.uri(required(ctx, "name"), required(ctx, "version"));
    download.send(ctx, locations.of(root).resolve(path));
  }

  private static String required(Context ctx, String name) {
    String value = ctx.queryParam(name);
    if (value == null) {
      throw Fields.missing(name);
    }
    return value;
  }

  private void upload(Context ctx) throws IOException {
    String runId = told(ctx, "run_uuid");
    ArtifactPath path = ArtifactPath.of(told(ctx, "path"));
    InputStream in = ctx.bodyInputStream();
    byte[] content = in.readNBytes(LARGEST + 1);
    if (content.length > LARGEST) {
      // A client that is still sending would not read the answer.
      in.transferTo(OutputStream.nullOutputStream());
      throw tooLarge();
    }
    if (content.length == 0) {
      throw TrackingException.invalid("Request must specify data.");
    }
    folder.write(locations.of(runs.uri(runId)).resolve(path), new ByteArrayInputStream(content));
    ctx.contentType("application/json");
  }

  private static String told(Context ctx, String name) {
    String value = ctx.queryParam(name);
    if (value == null || value.isEmpty()) {
      throw TrackingException.invalid("Request must specify %s.", name);
    }
    return value;
  }

  private static TrackingException tooLarge() {
    return TrackingException.invalid("Artifact size is too large. Max size is 10MB.");
  }
}
