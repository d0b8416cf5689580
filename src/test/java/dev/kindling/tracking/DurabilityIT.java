package dev.kindling.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real server in the middle of writes, again and again, and looks what is left. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class DurabilityIT {

  private static final int ROUNDS = 10;
  private static final int THREADS = 4;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 40;
  private static final int METRICS_PER_BATCH = 20;

  @TempDir private Path folder;
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  void everyAcknowledgedWriteSurvivesTheKill() throws Exception {
    String run = null;
    for (int round = 0; round < ROUNDS; round++) {
      run = writeUntilKilled(TrackingServerMain.class, run);
    }

    Map<Integer, Integer> found = found(run);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_BEFORE_KILL);
    assertThat(found.keySet()).containsAll(acknowledged);
    assertThat(found.values())
        .as("no batch is half written")
        .allMatch(metrics -> metrics == METRICS_PER_BATCH);
    System.out.printf(
        "%d rounds, %d acknowledged batches, all found; %d more were written unacknowledged%n",
        ROUNDS, acknowledged.size(), found.size() - acknowledged.size());
  }

  /** The control: a server that does not wait for the disk is caught by the same steps. */
  @Test
  void aServerThatAcknowledgesEarlyLosesWrites() throws Exception {
    String run = writeUntilKilled(EarlyServerMain.class, null);

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_KILL);
    assertThat(found(run).keySet().containsAll(acknowledged)).isFalse();
  }

  /** Starts a server, writes from several threads, and kills it while they write. */
  private String writeUntilKilled(Class<?> main, String run) throws Exception {
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
    try (ServerProcess server = ServerProcess.start(main, folder)) {
      String used = run == null ? newRun(new Api(server.uri())) : run;
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Thread writer = new Thread(() -> write(server.uri(), used, enough));
        writers.add(writer);
        writer.start();
      }
      assertThat(enough.await(1, TimeUnit.MINUTES)).as("the server answers writes").isTrue();
      server.kill();
      for (Thread writer : writers) {
        writer.join();
      }
      return used;
    }
  }

  private static String newRun(Api api) throws IOException {
    return api.post("runs/create", "{'experiment_id': '0'}").body().at("/run/info/run_id").asText();
  }

  /** Writes batch after batch until the server is gone; a batch is a step of its own. */
  private void write(String uri, String run, CountDownLatch enough) {
    Api api = new Api(uri);
    try {
      while (true) {
        int step = next.getAndIncrement();
        if (api.postRaw("runs/log-batch", batch(run, step)).status() == 200) {
          acknowledged.add(step);
          enough.countDown();
        }
      }
    } catch (IOException killed) {
      // What was under way is not acknowledged.
    }
  }

  private static String batch(String run, int step) {
    StringBuilder json = new StringBuilder("{\"run_id\": \"" + run + "\", \"metrics\": [");
    for (int i = 0; i < METRICS_PER_BATCH; i++) {
      json.append(i == 0 ? "" : ",")
          .append(
              "{\"key\": \"m%d\", \"value\": %d, \"timestamp\": 1, \"step\": %d}"
                  .formatted(i, step, step));
    }
    return json.append("]}").toString();
  }

  /** How many metrics of each step there are, read by a server that was started anew. */
  private Map<Integer, Integer> found(String run) throws IOException {
    Map<Integer, Integer> found = new HashMap<>();
    try (ServerProcess server = ServerProcess.start(TrackingServerMain.class, folder)) {
      Api api = new Api(server.uri());
      for (int i = 0; i < METRICS_PER_BATCH; i++) {
        for (JsonNode metric :
            api.get("metrics/get-history?run_id=%s&metric_key=m%d", run, i)
                .body()
                .path("metrics")) {
          found.merge(metric.path("step").asInt(), 1, Integer::sum);
        }
      }
    }
    return found;
  }
}
