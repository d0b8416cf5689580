package dev.kindling.run;

import dev.kindling.result.Json;
import dev.kindling.run.protocol.WorkerReply;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The worker's real standard output, one reply a line. */
final class ReplyChannel {

  private final PrintStream out;

  ReplyChannel(PrintStream out) {
    this.out = out;
  }

  synchronized void send(WorkerReply reply) {
    byte[] line = (Json.line(reply) + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(line, 0, line.length);
    out.flush();
  }
}
