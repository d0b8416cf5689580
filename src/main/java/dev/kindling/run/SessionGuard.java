package dev.kindling.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Notices what an answer changed or left behind in its session, says so, and puts it right, so that
 * one check's leftovers never decide another's verdict.
 */
final class SessionGuard {

  /** Delta sets these on a session: when it is first used, and at each commit. */
  private static final List<String> SET_BY_DELTA =
      List.of("spark.sql.parquet.fieldId.", "spark.databricks.delta.lastCommitVersionInSession");

  private final SparkSession session;
  private final Map<String, String> settings;

  SessionGuard(SparkSession session) {
    this.session = session;
    this.settings = new HashMap<>(session.conf().getAllAsJava());
  }

  /** Puts the session right and tells, a sentence each, what was wrong. */
  List<String> restore() {
    List<String> notices = new ArrayList<>();
    restoreSettings(notices);
    stopStreams(notices);
    dropTemporaryViews(notices);
    return notices;
  }

  private void restoreSettings(List<String> notices) {
    Map<String, String> now = session.conf().getAllAsJava();
    now.forEach(
        (key, value) -> {
          String before = settings.get(key);
          if (!value.equals(before)
              && SET_BY_DELTA.stream().noneMatch(key::startsWith)
              && session.conf().isModifiable(key)) {
            notices.add(
                "Your code left '%s' at '%s' (it was %s); it was put back, because the next step would run with it too."
                    .formatted(key, value, before == null ? "not set" : "'" + before + "'"));
            if (before == null) {
              session.conf().unset(key);
            } else {
              session.conf().set(key, before);
            }
          }
        });
    settings.forEach(
        (key, value) -> {
          if (!now.containsKey(key) && session.conf().isModifiable(key)) {
            notices.add("Your code unset '%s'; it was put back to '%s'.".formatted(key, value));
            session.conf().set(key, value);
          }
        });
  }

  private void stopStreams(List<String> notices) {
    for (StreamingQuery query : session.streams().active()) {
      notices.add(
          "Your code left the streaming query '%s' running; it was stopped. Call stop() or awaitTermination()."
              .formatted(query.name() == null ? query.id() : query.name()));
      try {
        query.stop();
      } catch (java.util.concurrent.TimeoutException e) {
        notices.add("It did not stop in time: " + e.getMessage());
      }
    }
  }

  private void dropTemporaryViews(List<String> notices) {
    for (TableIdentifier view :
        CollectionConverters.asJava(session.sessionState().catalog().listLocalTempViews("*"))) {
      session.catalog().dropTempView(view.table());
      notices.add(
          "Your code left the temporary view '%s' behind; it was dropped.".formatted(view.table()));
    }
  }

  /** Lets go of all that outlives a session: tables, databases, cached frames, global views. */
  void clear() {
    restore();
    session.sharedState().cacheManager().clearCache();
    session
        .sparkContext()
        .getPersistentRDDs()
        .foreach(
            entry -> {
              session.sparkContext().unpersistRDD((int) entry._1(), false);
              return null;
            });
    session.sharedState().globalTempViewManager().clear();
    ExternalCatalog catalog = session.sharedState().externalCatalog();
    for (String database : CollectionConverters.asJava(catalog.listDatabases())) {
      if (database.equals("default")) {
        for (String table : CollectionConverters.asJava(catalog.listTables(database))) {
          catalog.dropTable(database, table, true, true);
        }
      } else {
        catalog.dropDatabase(database, true, true);
      }
    }
  }
}
