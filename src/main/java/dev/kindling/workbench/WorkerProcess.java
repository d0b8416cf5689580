package dev.kindling.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindling.result.Json;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workbench's end of one worker: one request at a time, and an honest account of its death. */
final class WorkerProcess implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WorkerProcess.class);
  private static final long CANCEL_SECONDS = 5;

  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<Object> replies = new LinkedBlockingQueue<>();
  private final CompletableFuture<WorkerReply.Ready> ready = new CompletableFuture<>();
  private volatile WorkerReply.Exiting exiting;

  /** Put into the queue when the worker's output ends. */
  private static final Object END = new Object();

  WorkerProcess(Process process) {
    this.process = process;
    this.requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    Thread reader = new Thread(this::read, "worker-replies-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      log.warn("The worker's replies broke off.", e);
    }
    replies.add(END);
    ready.completeExceptionally(new IOException("The worker ended before Spark was up."));
  }

  private void take(String line) {
    try {
      WorkerReply reply = Json.read(line, WorkerReply.class);
      if (reply instanceof WorkerReply.Ready up) {
        ready.complete(up);
      } else if (reply instanceof WorkerReply.Exiting last) {
        exiting = last;
      } else {
        replies.add(reply);
      }
    } catch (JsonProcessingException e) {
      // An answer can reach the real standard output through its file descriptor.
      log.info("The worker printed a line that is no reply: {}", line);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  boolean isReady() {
    return ready.isDone() && !ready.isCompletedExceptionally();
  }

  /** Waits until Spark is up. */
  WorkerReply.Ready awaitReady(long seconds) throws InterruptedException, WorkerDiedException {
    try {
      return ready.get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw died();
    } catch (TimeoutException e) {
      kill();
      throw died();
    }
  }

  /**
   * Asks and waits for the reply.
   *
   * @param seconds after which the worker counts as hanging and is killed
   * @throws InterruptedException after the request was cancelled, or the worker killed if it would
   *     not be
   */
  WorkerReply call(WorkerRequest request, long seconds)
      throws InterruptedException, WorkerDiedException {
    send(request);
    try {
      Object reply = replies.poll(seconds, TimeUnit.SECONDS);
      if (reply == null) {
        log.warn("The worker did not reply to {} within {} s.", request, seconds);
        kill();
        throw died();
      }
      return checked(reply);
    } catch (InterruptedException e) {
      cancel();
      throw e;
    }
  }

  private WorkerReply checked(Object reply) throws InterruptedException, WorkerDiedException {
    if (reply == END) {
      replies.add(END);
      throw died();
    }
    return (WorkerReply) reply;
  }

  /** Ends the running request and swallows its reply, or the whole worker when that fails. */
  private void cancel() {
    try {
      send(new WorkerRequest.Cancel());
      Object reply = replies.poll(CANCEL_SECONDS, TimeUnit.SECONDS);
      boolean tainted =
          reply == null
              || reply == END
              || (reply instanceof WorkerReply.Judged judged && judged.tainted())
              || (reply instanceof WorkerReply.Showed showed && showed.tainted());
      if (tainted) {
        kill();
      }
    } catch (InterruptedException | WorkerDiedException e) {
      kill();
    }
  }

  /** Ends what is done for nobody, if the pipe takes it; whoever asks next does not wait for it. */
  void hurry() {
    try {
      send(new WorkerRequest.Hurry());
    } catch (WorkerDiedException e) {
      log.debug("The worker ended before it could be hurried.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void send(WorkerRequest request)
      throws InterruptedException, WorkerDiedException {
    try {
      requests.write(Json.line(request));
      requests.write('\n');
      requests.flush();
    } catch (IOException e) {
      throw died();
    }
  }

  private WorkerDiedException died() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      kill();
      process.waitFor();
    }
    return new WorkerDiedException(new WorkerDeath(exiting, process.exitValue()));
  }

  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
