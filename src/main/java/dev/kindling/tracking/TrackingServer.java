package dev.kindling.tracking;

import dev.kindling.tracking.artifacts.ArtifactFileRoutes;
import dev.kindling.tracking.artifacts.ArtifactFolder;
import dev.kindling.tracking.artifacts.ArtifactListRoutes;
import dev.kindling.tracking.artifacts.RunArtifacts;
import dev.kindling.tracking.artifacts.ServedRoutes;
import dev.kindling.tracking.experiments.ExperimentRoutes;
import dev.kindling.tracking.experiments.ExperimentStore;
import dev.kindling.tracking.http.HttpRoutes;
import dev.kindling.tracking.http.HttpService;
import dev.kindling.tracking.http.PortTakenException;
import dev.kindling.tracking.metrics.HistoryRoutes;
import dev.kindling.tracking.metrics.MetricHistory;
import dev.kindling.tracking.page.Pages;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.registry.ModelRoutes;
import dev.kindling.tracking.registry.ModelStore;
import dev.kindling.tracking.registry.VersionRoutes;
import dev.kindling.tracking.registry.VersionStore;
import dev.kindling.tracking.runs.LogRoutes;
import dev.kindling.tracking.runs.RunLog;
import dev.kindling.tracking.runs.RunRoutes;
import dev.kindling.tracking.runs.RunStore;
import dev.kindling.tracking.search.SearchRoutes;
import dev.kindling.tracking.store.Database;
import dev.kindling.tracking.store.StoreException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A running tracking server, on loopback only. */
public final class TrackingServer implements AutoCloseable {

  private final Database database;
  private final HttpService http;

  private TrackingServer(Database database, HttpService http) {
    this.database = database;
    this.http = http;
  }

  /**
   * Opens the store and listens.
   *
   * @throws StoreException when the store cannot be used
   * @throws PortTakenException when another program listens on the port
   */
  public static TrackingServer start(TrackingSettings settings) {
    Database database = Database.open(settings.store());
    try {
      HttpService http = new HttpService(routes -> addTo(routes, database, settings));
      http.start(settings.port());
      return new TrackingServer(database, http);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void addTo(HttpRoutes http, Database database, TrackingSettings settings) {
    Routes routes = http.json();
    new Pages(http.api()).addTo(http.files());
    LongSupplier clock = System::currentTimeMillis;
    ExperimentStore experiments = new ExperimentStore(database, clock);
    experiments.makeDefault();
    new ExperimentRoutes(experiments).addTo(routes);
    new RunRoutes(new RunStore(database, clock, TrackingServer::newId, new SecureRandom()))
        .addTo(routes);
    new LogRoutes(new RunLog(database)).addTo(routes);
    new HistoryRoutes(new MetricHistory(database)).addTo(routes);
    new SearchRoutes(database).addTo(routes);
    addArtifacts(http, database, settings, registry(database, routes, clock));
  }

  private static VersionStore registry(Database database, Routes routes, LongSupplier clock) {
    VersionStore versions = new VersionStore(database, clock);
    new ModelRoutes(new ModelStore(database, clock)).addTo(routes);
    new VersionRoutes(versions).addTo(routes);
    return versions;
  }

  private static void addArtifacts(
      HttpRoutes http, Database database, TrackingSettings settings, VersionStore versions) {
    ArtifactFolder folder = ArtifactFolder.open(settings.artifacts());
    RunArtifacts runs = new RunArtifacts(database);
    new ArtifactListRoutes(folder, runs).addTo(http.json());
    new ServedRoutes(folder).addTo(http.files());
    new ArtifactFileRoutes(folder, runs, versions::downloadUri).addTo(http.files());
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Where the server is, such as {@code http://127.0.0.1:5000}. */
  public String uri() {
    return "http://127.0.0.1:" + http.port();
  }

  /** Ends the server; calls that run are answered first, and what was answered is on disk. */
  @Override
  public void close() {
    http.close();
    database.close();
  }
}
