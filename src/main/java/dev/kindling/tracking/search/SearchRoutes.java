package dev.kindling.tracking.search;

import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.store.Database;

/** The routes of all searches. */
public final class SearchRoutes {

  private final Database database;

  public SearchRoutes(Database database) {
    this.database = database;
  }

  /** Adds them. */
  public void addTo(Routes routes) {
    new RunSearch(database).addTo(routes);
    new ExperimentSearch(database).addTo(routes);
    new DatasetSearch(database).addTo(routes);
    new ModelSearch(database).addTo(routes);
    new VersionSearch(database).addTo(routes);
  }
}
