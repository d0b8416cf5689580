package dev.kindling.tracking.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 by hand, one connection a call. The JDK's clients refuse what some calls are about: a
 * foreign Host header, a body on DELETE or GET, a path that is not normal.
 */
final class RawHttp {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final URI base;

  RawHttp(URI base) {
    this.base = base;
  }

  /**
   * Makes one call.
   *
   * @param headers a value {@code none} leaves a header out
   * @throws IOException if the server cannot be reached or does not answer in HTTP
   */
  Reply send(String method, String target, Map<String, String> headers, byte[] body)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", base.getAuthority());
    all.put("Connection", "close");
    if (body.length > 0 || !method.equals("GET")) {
      all.put("Content-Length", Integer.toString(body.length));
    }
    all.putAll(headers);
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    all.forEach(
        (name, value) -> {
          if (!value.equals("none")) {
            head.append(name).append(": ").append(value).append("\r\n");
          }
        });
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.toByteArray());
      socket.getOutputStream().flush();
      return reply(socket.getInputStream().readAllBytes());
    }
  }

  private static Reply reply(byte[] bytes) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/")) {
      throw new IOException("The server did not answer in HTTP, but sent " + bytes.length + " B.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
    return new Reply(
        Integer.parseInt(status[1]), headers, chunked ? chunks(in) : in.readAllBytes());
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.writeBytes(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).replaceFirst(";.*", "").trim(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
