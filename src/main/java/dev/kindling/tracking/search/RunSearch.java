package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.filter.ExperimentIds;
import dev.kindling.tracking.filter.Order;
import dev.kindling.tracking.filter.RunFilter;
import dev.kindling.tracking.filter.RunOrder;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.runs.Run;
import dev.kindling.tracking.runs.RunDetails;
import dev.kindling.tracking.runs.RunJson;
import dev.kindling.tracking.store.Database;
import java.util.List;

/** The search of runs. */
final class RunSearch {

  private static final int USUAL = 1000;
  private static final int MOST = 50_000;
  private static final KeyQuery KEYS = new KeyQuery("r.run_uuid", "runs r");

  private final Database database;

  RunSearch(Database database) {
    this.database = database;
  }

  void addTo(Routes routes) {
    routes.post("runs/search", this::search);
  }

  private ObjectNode search(Fields request) {
    SearchFields fields = SearchFields.ofBody(request);
    List<String> experiments = fields.texts("experiment_ids");
    String filter = fields.filter();
    PageRequest page = fields.page(USUAL, MOST);
    List<String> orderBy = fields.orderBy();
    SearchFields.checkLimit(page, MOST);
    Condition filtered = RunFilter.of(filter);
    Order order = RunOrder.of(orderBy);
    page.offset();
    Condition where =
        RunFilter.inExperiments(ExperimentIds.parse(experiments))
            .and(ViewType.of(request, "run_view_type").condition("r"))
            .and(filtered);
    return find(where, order, page).json("runs", RunJson::of);
  }

  /** Keys and details are of one moment. */
  private Page<Run> find(Condition where, Order order, PageRequest request) {
    return database.readTogether(
        handle -> {
          Page<String> ids =
              KEYS.page(handle, where, order, request, (row, context) -> row.getString(1));
          return ids.with(new RunDetails(handle).load(new RunInfos(handle).of(ids.found())));
        });
  }
}
