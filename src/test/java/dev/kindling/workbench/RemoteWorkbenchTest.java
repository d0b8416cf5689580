package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.Json;
import dev.kindling.result.LabResult;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command's end of a call, with a workbench that is played. */
final class RemoteWorkbenchTest {

  private static final GradeRequest REQUEST =
      GradeRequest.of("day9/sample", AnswerRef.SOLUTION, 42);

  private final List<GradeEvent> told = new ArrayList<>();
  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private RemoteWorkbench saying(String... lines) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/grade",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
    server.start();
    return new RemoteWorkbench(
        new Registration(4711, server.getAddress().getPort(), "token", "build", null));
  }

  private static String finished() {
    return Json.line(
        new GradeEvent.Finished(
            LabResult.of("day9/sample", "solution", null, List.of(), null, null)));
  }

  private static String beat() {
    return Json.line(new GradeEvent.Beat());
  }

  @Test
  void aBeatAfterTheResultDoesNotTakeItBack() throws Exception {
    try (RemoteWorkbench workbench = saying(beat(), finished(), beat())) {
      assertThat(workbench.grade(REQUEST, told::add).lab()).isEqualTo("day9/sample");
    }
    assertThat(told).hasSize(1).first().isInstanceOf(GradeEvent.Finished.class);
  }

  @Test
  void anEndWithoutAResultIsALostCallAndToldWithItsReason() throws Exception {
    try (RemoteWorkbench workbench = saying(beat())) {
      assertThatThrownBy(() -> workbench.grade(REQUEST, told::add))
          .isInstanceOf(ServiceLostException.class)
          .hasMessage(
              "The workbench (process 4711) went away in the middle of a call: The stream ended early.");
    }
  }

  @Test
  void aFaultIsToldAsAnEventAndThrown() throws Exception {
    GradeEvent.Fault fault = new GradeEvent.Fault("There is no lab 'x'.", false);
    try (RemoteWorkbench workbench = saying(Json.line(fault), beat())) {
      assertThatThrownBy(() -> workbench.grade(REQUEST, told::add))
          .isInstanceOfSatisfying(
              RunFailedException.class, failed -> assertThat(failed.fault()).isEqualTo(fault))
          .hasMessage("There is no lab 'x'.");
    }
    assertThat(told).containsExactly(fault);
  }

  @Test
  void aLineThatIsNoEventIsToldAsTheReason() throws Exception {
    try (RemoteWorkbench workbench = saying(finished(), "not JSON")) {
      assertThatThrownBy(() -> workbench.grade(REQUEST, told::add))
          .isInstanceOf(ServiceLostException.class)
          .hasMessageContaining("not");
    }
  }
}
