package dev.kindling.workbench;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.Json;
import dev.kindling.result.LabResult;
import dev.kindling.result.RehearsalRequest;
import dev.kindling.result.Rehearsed;
import dev.kindling.result.ShownTask;
import dev.kindling.result.TrialRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The workbench as the command sees it, over loopback. */
final class RemoteWorkbench implements KindlingService {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int STATUS_MILLIS = 10_000;

  private final Registration registration;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  RemoteWorkbench(Registration registration) {
    this.registration = registration;
  }

  @Override
  public LabResult grade(GradeRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return last("/api/grade", request, events, GradeEvent.Finished.class).result();
  }

  @Override
  public ShownTask show(GradeRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return last("/api/show", request, events, GradeEvent.Shown.class).task();
  }

  @Override
  public List<Rehearsed> rehearse(RehearsalRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return last("/api/rehearse", request, events, GradeEvent.AllRehearsed.class).parts();
  }

  @Override
  public List<CheckResult> trial(TrialRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return last("/api/trial", request, events, GradeEvent.Tried.class).results();
  }

  @Override
  public void watch(String lab, long seed, Consumer<GradeEvent> events)
      throws InterruptedException {
    GradeRequest request = GradeRequest.of(lab, AnswerRef.LEARNER, seed);
    // Whoever watches is told a fault as an event; any other end is none.
    if (stream("/api/watch", request, events)
        .filter(GradeEvent.Fault.class::isInstance)
        .isEmpty()) {
      throw endedEarly();
    }
  }

  @Override
  public WorkbenchStatus status() {
    try {
      HttpURLConnection connection = open("/api/status");
      connection.setReadTimeout(STATUS_MILLIS);
      try (InputStream in = connection.getInputStream()) {
        return Json.read(
            new String(in.readAllBytes(), StandardCharsets.UTF_8), WorkbenchStatus.class);
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /**
   * Whether it answers to its token. Its process may be somebody else's by now: a file left by a
   * kill names an id that the system has given away again.
   */
  boolean answers() {
    try {
      HttpURLConnection connection = open("/api/ping");
      connection.setReadTimeout(STATUS_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks it to end. */
  void stop() {
    try {
      HttpURLConnection connection = open("/api/stop");
      connection.setRequestMethod("POST");
      connection.setReadTimeout(STATUS_MILLIS);
      connection.getInputStream().close();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /**
   * The event that a whole stream ends with, after all were handed on.
   *
   * @throws RunFailedException when it ends with a fault instead
   */
  private <E extends GradeEvent> E last(
      String path, Object request, Consumer<GradeEvent> events, Class<E> kind)
      throws InterruptedException {
    Optional<GradeEvent> last = stream(path, request, events);
    if (last.isPresent() && last.get() instanceof GradeEvent.Fault fault) {
      throw new RunFailedException(fault);
    }
    return last.filter(kind::isInstance).map(kind::cast).orElseThrow(this::endedEarly);
  }

  private ServiceLostException endedEarly() {
    return lost(new IOException("The stream ended early."));
  }

  /**
   * Hands on events until the stream ends.
   *
   * @return the last of them
   */
  private Optional<GradeEvent> stream(String path, Object request, Consumer<GradeEvent> events)
      throws InterruptedException {
    Optional<GradeEvent> last = Optional.empty();
    try {
      HttpURLConnection connection = open(path);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.getOutputStream().write(Json.line(request).getBytes(StandardCharsets.UTF_8));
      try (EventStream stream = new EventStream(connection)) {
        streams.add(stream);
        try {
          for (GradeEvent event = stream.next(); event != null; event = stream.next()) {
            // A beat may come after the last event, and says nothing about it.
            if (!(event instanceof GradeEvent.Beat)) {
              last = Optional.of(event);
              events.accept(event);
            }
          }
        } finally {
          streams.remove(stream);
        }
      }
    } catch (IOException e) {
      throw lost(e);
    }
    return last;
  }

  private ServiceLostException lost(IOException e) {
    return new ServiceLostException(
        "The workbench (process %d) went away in the middle of a call: %s"
            .formatted(registration.pid(), e.getMessage() == null ? e : e.getMessage()),
        e);
  }

  private HttpURLConnection open(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + registration.port() + path)
                .toURL()
                .openConnection(java.net.Proxy.NO_PROXY);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setRequestProperty("Authorization", "Bearer " + registration.token());
    return connection;
  }

  /** Ends running streams; the workbench notices at its next event. */
  @Override
  public void close() {
    streams.forEach(EventStream::close);
  }
}
