package dev.kindling.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP by hand: paths and headers reach the server as they are written here. */
public final class RawHttp {

  private static final int TIMEOUT_MILLIS = 60_000;

  private final URI server;

  RawHttp(URI server) {
    this.server = server;
  }

  /** What came back; names of headers are in lower case. */
  public record Reply(int status, Map<String, String> headers, byte[] bytes) {

    /** The body as text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() throws IOException {
      return new ObjectMapper().readTree(bytes);
    }
  }

  /** Gets a target. */
  public Reply get(String target, String... headers) throws IOException {
    return send("GET", target, new byte[0], headers);
  }

  /** Sends a text. */
  public Reply send(String method, String target, String body, String... headers)
      throws IOException {
    return send(method, target, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /**
   * Sends a request.
   *
   * @param headers whole lines; without a Host among them, the server's own is sent
   */
  public Reply send(String method, String target, byte[] body, String... headers)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(headers));
    if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
      lines.add("Host: " + server.getAuthority());
    }
    lines.add("Content-Length: " + body.length);
    lines.add("Connection: close");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        "%s %s HTTP/1.1\r\n%s\r\n\r\n"
            .formatted(method, target, String.join("\r\n", lines))
            .getBytes(StandardCharsets.UTF_8));
    request.writeBytes(body);
    try (Socket socket = open()) {
      socket.getOutputStream().write(request.toByteArray());
      return reply(socket.getInputStream());
    }
  }

  /** Opens a connection, for requests that break off. */
  public Socket open() throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  /** The server's name and port. */
  public String authority() {
    return server.getAuthority();
  }

  /** Reads only whether it went well: the connection may break after that. */
  public static int status(InputStream connection) throws IOException {
    return Integer.parseInt(line(connection).split(" ")[1]);
  }

  /** Reads an answer to its end. */
  public static Reply reply(InputStream connection) throws IOException {
    InputStream in = new ByteArrayInputStream(connection.readAllBytes());
    String[] status = line(in).split(" ");
    if (status.length < 2) {
      throw new IOException("The server closed the connection without an answer.");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Reply(Integer.parseInt(status[1]), headers, in.readAllBytes());
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
