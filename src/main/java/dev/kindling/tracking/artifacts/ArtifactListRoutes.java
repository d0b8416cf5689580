package dev.kindling.tracking.artifacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Routes;
import java.util.List;

/** The route that lists a run's artifacts. */
public final class ArtifactListRoutes {

  private final ArtifactFolder folder;
  private final RunArtifacts runs;
  private final ArtifactLocations locations;

  public ArtifactListRoutes(ArtifactFolder folder, RunArtifacts runs) {
    this.folder = folder;
    this.runs = runs;
    this.locations = new ArtifactLocations(folder, runs);
  }

  /** Adds the route. */
  public void addTo(Routes routes) {
    routes.get("artifacts/list", this::list);
  }

  private ObjectNode list(Fields request) {
    String runId =
        request.has("run_id") || !request.has("run_uuid")
            ? request.required("run_id")
            : request.required("run_uuid");
    ArtifactPath path = ArtifactPath.of(request.text("path", ""));
    String root = runs.uri(runId);
    List<FileInfo> files =
        folder.list(locations.of(root).resolve(path)).stream()
            .map(file -> file.at(path.child(file.path())))
            .toList();
    ObjectNode answer = Answers.empty();
    answer.put("root_uri", root);
    Answers.list(answer, "files", files, FileInfo::json);
    return answer;
  }
}
