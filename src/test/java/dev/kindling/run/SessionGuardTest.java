package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import org.apache.spark.sql.classic.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer left in its session is told and put right. */
final class SessionGuardTest {

  private final SparkSession spark = (SparkSession) TestSpark.session();

  @Test
  void aSettingThatWasChangedIsToldAndPutBack() {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.shuffle.partitions", "3");
    SessionGuard guard = new SessionGuard(session);
    session.conf().set("spark.sql.shuffle.partitions", "5");

    assertThat(guard.restore())
        .singleElement()
        .asString()
        .contains("'spark.sql.shuffle.partitions' at '5' (it was '3')");
    assertThat(session.conf().get("spark.sql.shuffle.partitions")).isEqualTo("3");
    assertThat(guard.restore()).isEmpty();
  }

  @Test
  void aTemporaryViewIsToldAndDropped() throws Exception {
    SparkSession session = spark.newSession();
    SessionGuard guard = new SessionGuard(session);
    session.range(3).createOrReplaceTempView("left_behind");

    assertThat(guard.restore()).singleElement().asString().contains("'left_behind'");
    assertThat(session.catalog().tableExists("left_behind")).isFalse();
  }

  @Test
  void whatDeltaSetsByItselfIsNoFaultOfTheAnswer(@TempDir Path folder) {
    SparkSession session = spark.newSession();
    SessionGuard guard = new SessionGuard(session);
    String table = folder.resolve("table").toString();
    session.range(3).write().format("delta").save(table);
    session.range(3).write().format("delta").mode("append").save(table);

    assertThat(session.read().format("delta").load(table).count()).isEqualTo(6);
    assertThat(session.conf().getAllAsJava())
        .containsKey("spark.databricks.delta.lastCommitVersionInSession");
    assertThat(guard.restore()).isEmpty();
  }
}
