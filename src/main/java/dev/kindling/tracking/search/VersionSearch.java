package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.filter.Order;
import dev.kindling.tracking.filter.VersionFilter;
import dev.kindling.tracking.filter.VersionOrder;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.registry.ModelVersion;
import dev.kindling.tracking.registry.ModelVersionJson;
import dev.kindling.tracking.registry.VersionKey;
import dev.kindling.tracking.registry.VersionRows;
import dev.kindling.tracking.store.Database;
import java.util.List;

/** The search of versions of models. */
final class VersionSearch {

  private static final int MOST = 200_000;
  private static final KeyQuery KEYS = new KeyQuery("v.name, v.version", "model_versions v");

  private final Database database;

  VersionSearch(Database database) {
    this.database = database;
  }

  void addTo(Routes routes) {
    routes.get("model-versions/search", this::search);
  }

  private ObjectNode search(Fields request) {
    SearchFields fields = SearchFields.ofQuery(request);
    String filter = fields.filter();
    PageRequest page = fields.page(MOST, MOST);
    List<String> orderBy = fields.orderBy();
    if (page.limit() < 1) {
      throw TrackingException.invalid(
          "Invalid value for max_results. It must be a positive integer, but got %d", page.limit());
    }
    Condition where = VersionFilter.of(filter);
    Order order = VersionOrder.of(orderBy);
    page.offset();
    return find(where, order, page).json("model_versions", ModelVersionJson::of);
  }

  private Page<ModelVersion> find(Condition where, Order order, PageRequest request) {
    return database.readTogether(
        handle -> {
          Page<VersionKey> keys =
              KEYS.page(
                  handle,
                  where,
                  order,
                  request,
                  (row, context) -> new VersionKey(row.getString(1), row.getLong(2)));
          return keys.with(new VersionRows(handle).load(keys.found()));
        });
  }
}
