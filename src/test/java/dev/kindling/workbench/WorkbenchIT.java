package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.Json;
import dev.kindling.result.LabResult;
import dev.kindling.result.ProcessFigures;
import dev.kindling.result.ProgressLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A workbench that two commands started at once: one process, and a door that only they open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
final class WorkbenchIT {

  private LiveWorkbench live;
  private Path first;
  private Path second;

  @BeforeAll
  void twoCommandsAtOnce(@TempDir Path root) throws Exception {
    live = new LiveWorkbench(root);
    live.checkout().save(SampleCheckout.right());
    first = root.resolve("first");
    second = root.resolve("second");
    Process one = live.command(first, "grade", "sample", "--json");
    Process two = live.command(second, "grade", "sample", "--json");
    assertThat(one.waitFor()).as(err(first)).isZero();
    assertThat(two.waitFor()).as(err(second)).isZero();
  }

  @AfterAll
  void stop() {
    live.close();
  }

  private static String err(Path output) throws IOException {
    return Files.readString(Path.of(output + ".err"));
  }

  @Test
  void bothCommandsGetTheirVerdicts() throws IOException {
    for (Path output : List.of(first, second)) {
      LabResult result = Json.read(Files.readString(output), LabResult.class);
      assertThat(result.passed()).as("%s", result).isTrue();
      assertThat(result.score()).isEqualTo(100);
    }
  }

  @Test
  void oneOfThemStartedTheWorkbenchAndTheOtherFoundIt() throws IOException {
    String said = err(first) + err(second);
    assertThat(said.split("Starting the workbench", -1)).as(said).hasSize(2);
    assertThat(Living.count(live.checkout().root(), "WorkbenchMain")).isEqualTo(1);
    assertThat(Living.count(live.checkout().root(), "WorkerMain")).isEqualTo(1);
  }

  @Test
  void connectingAgainStartsNothing() {
    long pid = live.registration().pid();
    live.connect().close();
    assertThat(live.notices()).isEmpty();
    assertThat(live.registration().pid()).isEqualTo(pid);
  }

  /** The first line of the reply. */
  private String reply(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), live.registration().port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(line, StandardCharsets.US_ASCII);
    }
  }

  private String get(String path, String host, String token) throws IOException {
    return reply(
        "GET %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n"
            .formatted(
                path, host, token == null ? "" : "Authorization: Bearer %s\r\n".formatted(token)));
  }

  private String host() {
    return "127.0.0.1:" + live.registration().port();
  }

  @Test
  void theTokenOpensTheDoor() throws IOException {
    String token = live.registration().token();
    assertThat(token).hasSizeGreaterThanOrEqualTo(32);
    assertThat(get("/api/status", host(), token)).isEqualTo("HTTP/1.1 200");
  }

  @Test
  void withoutTheTokenItStaysShut() throws IOException {
    String token = live.registration().token();
    for (String path : List.of("/api/status", "/api/ping", "/", "/api/none")) {
      assertThat(get(path, host(), null)).as(path).isEqualTo("HTTP/1.1 401");
      assertThat(get(path, host(), "guess")).as(path).isEqualTo("HTTP/1.1 401");
      assertThat(get(path, host(), token + "0")).as(path).isEqualTo("HTTP/1.1 401");
      assertThat(get(path, host(), "")).as(path).isEqualTo("HTTP/1.1 401");
    }
  }

  @Test
  void aPageThatReachesItByAnotherNameIsSentAway() throws IOException {
    int port = live.registration().port();
    String token = live.registration().token();
    for (String host :
        List.of("labs.example:" + port, "127.0.0.1", "127.0.0.1:1", "127.0.0.1.example:" + port)) {
      assertThat(get("/api/status", host, token)).as(host).isEqualTo("HTTP/1.1 403");
    }
    assertThat(get("/api/status", "localhost:" + port, token)).isEqualTo("HTTP/1.1 200");
  }

  @Test
  void stopNeedsTheTokenToo() throws IOException {
    String stop = "POST /api/stop HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\n\r\n";
    assertThat(reply(stop.formatted(host()))).isEqualTo("HTTP/1.1 401");
    assertThat(Living.is(live.registration().pid())).isTrue();
  }

  @Test
  void itListensOnLoopbackOnly() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "needs Linux's table of sockets");
    String port =
        HexFormat.of().toHexDigits((short) live.registration().port()).toUpperCase(Locale.ROOT);
    List<String> listening = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        for (String line : Files.readAllLines(Path.of(table))) {
          String[] fields = line.strip().split("\\s+");
          if (fields[1].endsWith(":" + port) && fields[3].equals("0A")) {
            listening.add(fields[1]);
          }
        }
      }
    }
    assertThat(listening)
        .isNotEmpty()
        .allMatch(address -> address.startsWith("0100007F", address.length() - 13));
  }

  @Test
  void aRequestOfAnotherMakeIsRefused() throws IOException {
    String body = "{\"lab\":\"x\",\"colour\":\"red\"}";
    String request =
        "POST /api/grade HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(host(), live.registration().token(), body.length(), body);
    assertThat(reply(request)).isEqualTo("HTTP/1.1 400");
  }

  @Test
  void statusTellsOfBothProcesses() {
    WorkbenchStatus status = live.connector().status().orElseThrow();
    assertThat(status.port()).isEqualTo(live.registration().port());
    assertThat(status.version()).isEqualTo(live.registration().build());
    assertThat(status.idleMinutes()).isEqualTo(60);
    assertThat(status.doing()).isEqualTo("idle");
    assertThat(status.workbench().pid()).isEqualTo(live.registration().pid());
    assertThat(status.worker().pid()).isNotEqualTo(status.workbench().pid());
    for (ProcessFigures figures : List.of(status.workbench(), status.worker())) {
      assertThat(Living.is(figures.pid())).isTrue();
      assertThat(figures.heapBytes()).isPositive();
      assertThat(figures.threads()).isPositive();
      if (Files.exists(Path.of("/proc/self/status"))) {
        assertThat(figures.residentBytes()).isGreaterThan(figures.heapBytes() / 2);
        assertThat(figures.openFiles()).isPositive();
      }
    }
  }

  @Test
  void anUnknownLabIsAnsweredWithTheNearestName() throws InterruptedException {
    List<GradeEvent> events = new ArrayList<>();
    try (KindlingService service = live.connect()) {
      assertThatThrownBy(
              () -> service.grade(GradeRequest.of("smaple", AnswerRef.LEARNER, 42), events::add))
          .isInstanceOf(RunFailedException.class)
          .hasMessage("There is no lab 'smaple'; did you mean 'day9/sample'?");
    }
    assertThat(events)
        .last()
        .isEqualTo(
            new GradeEvent.Fault("There is no lab 'smaple'; did you mean 'day9/sample'?", false));
  }

  @Test
  void aRunWhoseCallerIsGoneEndsAndIsNotRemembered() throws Exception {
    ProgressLog progress = new ProgressLog(live.checkout().home().progress());
    String judged = progress.of("day9/sample").at();
    live.checkout()
        .save(
            SampleCheckout.with(
                "rows",
                "try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new RuntimeException(e); } return 7;"));
    try {
      KindlingService service = live.connect();
      BlockingQueue<GradeEvent> events = new LinkedBlockingQueue<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  service.grade(GradeRequest.of("day9/sample", AnswerRef.LEARNER, 42), events::add);
                } catch (ServiceLostException | InterruptedException hungUp) {
                  Thread.currentThread().interrupt();
                }
              });
      caller.start();
      Await.until(
          "the first task runs",
          () -> events.stream().anyMatch(event -> event.toString().contains("Count the rows")));
      service.close();
      caller.join();
      Await.until(
          "the workbench is free again",
          () -> live.connector().status().orElseThrow().doing().equals("idle"));
      assertThat(progress.of("day9/sample").at()).isEqualTo(judged);
    } finally {
      live.checkout().save(SampleCheckout.right());
    }
    assertThat(live.grade().passed()).isTrue();
  }

  @Test
  void theWorkbenchHoldsNoSpark() throws Exception {
    Process classes =
        new ProcessBuilder(
                Path.of(JavaCommand.path()).resolveSibling("jcmd").toString(),
                Long.toString(live.registration().pid()),
                "VM.class_hierarchy")
            .redirectErrorStream(true)
            .start();
    String loaded = new String(classes.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(loaded).contains("dev.kindling.workbench.WorkbenchServer");
    assertThat(loaded).doesNotContain("org.apache.spark.", "scala.", "io.delta.");
  }
}
