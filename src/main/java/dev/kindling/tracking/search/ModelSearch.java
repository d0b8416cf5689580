package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.filter.ModelFilter;
import dev.kindling.tracking.filter.ModelOrder;
import dev.kindling.tracking.filter.Order;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.registry.ModelRows;
import dev.kindling.tracking.registry.RegisteredModel;
import dev.kindling.tracking.registry.RegisteredModelJson;
import dev.kindling.tracking.store.Database;
import java.util.List;

/** The search of registered models. */
final class ModelSearch {

  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final KeyQuery KEYS = new KeyQuery("m.name", "registered_models m");

  private final Database database;

  ModelSearch(Database database) {
    this.database = database;
  }

  void addTo(Routes routes) {
    routes.get("registered-models/search", this::search);
  }

  private ObjectNode search(Fields request) {
    SearchFields fields = SearchFields.ofQuery(request);
    String filter = fields.filter();
    PageRequest page = fields.page(USUAL, MOST);
    List<String> orderBy = fields.orderBy();
    // MLflow takes 0 and less, and gives empty pages without end for them.
    SearchFields.checkLimit(page, MOST);
    Condition where = ModelFilter.of(filter);
    Order order = ModelOrder.of(orderBy);
    page.offset();
    return find(where, order, page).json("registered_models", RegisteredModelJson::of);
  }

  private Page<RegisteredModel> find(Condition where, Order order, PageRequest request) {
    return database.readTogether(
        handle -> {
          Page<String> names =
              KEYS.page(handle, where, order, request, (row, context) -> row.getString(1));
          return names.with(new ModelRows(handle).load(names.found()));
        });
  }
}
