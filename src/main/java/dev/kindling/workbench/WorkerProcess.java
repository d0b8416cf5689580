package dev.kindling.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindling.result.CheckResult;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workbench's end of one worker: one request at a time, and an honest account of its death. It
 * is waited for as long as it shows signs of life, however slow the machine is; how long the work
 * may take is the worker's own business.
 */
final class WorkerProcess implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WorkerProcess.class);

  /** A worker that was silent for so long is taken for hanging. */
  private static final int SILENT_SECONDS = 120;

  private final Process process;
  private final int silentSeconds;
  private final BufferedWriter requests;
  private final BlockingQueue<Object> replies = new LinkedBlockingQueue<>();
  private final CompletableFuture<WorkerReply.Ready> ready = new CompletableFuture<>();
  private final AtomicLong signs = new AtomicLong();
  private volatile WorkerReply.@Nullable Exiting exiting;

  /** Put into the queue when the worker's output ends. */
  private static final Object END = new Object();

  WorkerProcess(Process process) {
    this(process, SILENT_SECONDS);
  }

  /**
   * @param silentSeconds after how much silence it counts as hanging
   */
  WorkerProcess(Process process, int silentSeconds) {
    this.process = process;
    this.silentSeconds = silentSeconds;
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
      signs.incrementAndGet();
      if (reply instanceof WorkerReply.Ready up) {
        ready.complete(up);
      } else if (reply instanceof WorkerReply.Exiting last) {
        exiting = last;
      } else if (!(reply instanceof WorkerReply.Alive)) {
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
  WorkerReply.Ready awaitReady() throws InterruptedException, WorkerDiedException {
    Object up = await(this::readyWithinASecond);
    if (up == END) {
      throw died();
    }
    return (WorkerReply.Ready) up;
  }

  private @Nullable Object readyWithinASecond() throws InterruptedException {
    try {
      return ready.get(1, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      return END;
    }
  }

  /**
   * Asks and waits for the reply.
   *
   * @throws InterruptedException after the request was cancelled, or the worker killed if it would
   *     not be
   */
  WorkerReply call(WorkerRequest request) throws InterruptedException, WorkerDiedException {
    return call(
        request,
        passed -> {
          throw new IllegalStateException("%s was not asked for.".formatted(passed));
        });
  }

  /**
   * The same for checks that are judged side by side.
   *
   * @param passed told of each that passed, before the reply
   */
  WorkerReply call(WorkerRequest request, Consumer<CheckResult> passed)
      throws InterruptedException, WorkerDiedException {
    send(request);
    try {
      WorkerReply reply = checked(await(this::replyWithinASecond));
      while (reply instanceof WorkerReply.Passed one) {
        passed.accept(one.result());
        reply = checked(await(this::replyWithinASecond));
      }
      return reply;
    } catch (InterruptedException | RuntimeException e) {
      cancel();
      throw e;
    }
  }

  private Object replyWithinASecond() throws InterruptedException {
    return replies.poll(1, TimeUnit.SECONDS);
  }

  /** A wait of a second at most; null when nothing came. */
  @FunctionalInterface
  private interface Wait {
    @Nullable Object forASecond() throws InterruptedException, WorkerDiedException;
  }

  /** Waits, and kills a worker that is silent. */
  private Object await(Wait wait) throws InterruptedException, WorkerDiedException {
    long seen = signs.get();
    // Counted in own waits: where this process gets no processor, the worker gets none either.
    for (int silent = 0; silent < silentSeconds; silent++) {
      Object got = wait.forASecond();
      if (got != null) {
        return got;
      }
      if (signs.get() != seen) {
        seen = signs.get();
        silent = 0;
      }
    }
    log.warn("The worker (process {}) was silent for {} s and is ended.", pid(), silentSeconds);
    kill();
    throw died();
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
      Object reply = await(this::replyToCancel);
      boolean tainted =
          reply == END
              || (reply instanceof WorkerReply.Judged judged && judged.tainted())
              || (reply instanceof WorkerReply.Settled settled && settled.tainted())
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

  /** Asks each second: the first time, the worker may not have begun what it is to end. */
  private @Nullable Object replyToCancel() throws InterruptedException, WorkerDiedException {
    send(new WorkerRequest.Cancel());
    Object reply = replyWithinASecond();
    return reply instanceof WorkerReply.Passed ? null : reply;
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
