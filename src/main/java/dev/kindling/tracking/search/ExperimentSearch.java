package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.experiments.Experiment;
import dev.kindling.tracking.experiments.ExperimentJson;
import dev.kindling.tracking.experiments.ExperimentRows;
import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.filter.ExperimentFilter;
import dev.kindling.tracking.filter.ExperimentOrder;
import dev.kindling.tracking.filter.Order;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.store.Database;
import java.util.List;

/** The search of experiments. */
final class ExperimentSearch {

  private static final int MOST = 50_000;
  private static final KeyQuery ROWS = new KeyQuery(ExperimentRows.columns(), "experiments e");

  private final Database database;

  ExperimentSearch(Database database) {
    this.database = database;
  }

  void addTo(Routes routes) {
    routes.post("experiments/search", request -> search(request, SearchFields.ofBody(request)));
    routes.get("experiments/search", request -> search(request, SearchFields.ofQuery(request)));
  }

  private ObjectNode search(Fields request, SearchFields fields) {
    // As in MLflow, a limit must be given: none is 0.
    PageRequest page = fields.page();
    List<String> orderBy = fields.orderBy();
    String filter = fields.filter();
    SearchFields.checkLimit(page, MOST);
    Condition filtered = ExperimentFilter.of(filter);
    Order order = ExperimentOrder.of(orderBy);
    page.offset();
    Condition where = ViewType.of(request, "view_type").condition("e").and(filtered);
    return find(where, order, page).json("experiments", ExperimentJson::of);
  }

  private Page<Experiment> find(Condition where, Order order, PageRequest request) {
    return database.readTogether(
        handle -> {
          Page<Experiment> rows =
              ROWS.page(handle, where, order, request, (row, context) -> ExperimentRows.read(row));
          return rows.with(new ExperimentRows(handle).withTags(rows.found()));
        });
  }
}
