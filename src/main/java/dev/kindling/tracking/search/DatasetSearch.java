package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.filter.ExperimentIds;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.util.List;

/** The search of the datasets that runs of some experiments used. */
final class DatasetSearch {

  private static final int MOST_EXPERIMENTS = 20;

  private static final String SUMMARIES =
      """
      SELECT DISTINCT d.experiment_id, d.name, d.digest, t.value
      FROM datasets d
      JOIN inputs i ON i.source_type = 'DATASET' AND i.source_id = d.dataset_uuid
      LEFT JOIN input_tags t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context'
      WHERE d.experiment_id IN (SELECT value FROM json_each(:experiments))
      ORDER BY d.experiment_id, d.name, d.digest, t.value
      LIMIT 1000""";

  private final Database database;

  DatasetSearch(Database database) {
    this.database = database;
  }

  void addTo(Routes routes) {
    routes.post("experiments/search-datasets", this::search);
  }

  private ObjectNode search(Fields request) {
    List<String> experiments = request.texts("experiment_ids");
    if (experiments.isEmpty()) {
      throw TrackingException.invalid(
          "SearchDatasets request must specify at least one experiment_id.");
    }
    if (experiments.size() > MOST_EXPERIMENTS) {
      throw TrackingException.invalid(
          "SearchDatasets request cannot specify more than %d experiment_ids. Received %d experiment_ids.",
          MOST_EXPERIMENTS, experiments.size());
    }
    ObjectNode answer = Answers.empty();
    Answers.list(
        answer,
        "dataset_summaries",
        summaries(ExperimentIds.parse(experiments)),
        DatasetSummary::json);
    return answer;
  }

  private List<DatasetSummary> summaries(List<Long> experiments) {
    return database.read(
        handle ->
            handle
                .createQuery(SUMMARIES)
                .bind("experiments", experiments.toString())
                .map(
                    (row, context) ->
                        new DatasetSummary(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
  }
}
