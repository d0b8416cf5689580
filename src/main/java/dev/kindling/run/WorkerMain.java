package dev.kindling.run;

import dev.kindling.data.NoDataException;
import dev.kindling.result.Json;
import dev.kindling.result.ProcessFigures;
import dev.kindling.result.Reason;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker process. Standard input brings requests, standard output takes replies, a line of JSON
 * each; what an answer prints is kept apart. Ends when its input ends, so it never outlives the
 * workbench.
 *
 * <p>Arguments: a scratch folder of its own, the folder of generated data, the number of cores.
 */
public final class WorkerMain {

  /** What Spark's start takes at the very most, as work. */
  private static final int START_SECONDS = 120;

  /**
   * How soon somebody asks who has waited for the start; the first step of a warm-up takes longer.
   */
  private static final int UNTIL_ASKED_MILLIS = 200;

  private WorkerMain() {}

  public static void main(String[] args) throws InterruptedException {
    Path scratch = Path.of(args[0]);
    Path cache = Path.of(args[1]);
    int cores = Integer.parseInt(args[2]);
    ReplyChannel replies =
        new ReplyChannel(new PrintStream(new FileOutputStream(FileDescriptor.out), false));
    LifeSigns signs = new LifeSigns(() -> replies.send(new WorkerReply.Alive()));
    signs.begin(START_SECONDS);
    signs.start();
    InputStream input = new FileInputStream(FileDescriptor.in);
    CappedOutput output = new CappedOutput();
    PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
    System.setIn(InputStream.nullInputStream());

    AtomicReference<AnswerLines> lines = new AtomicReference<>();
    Runtime.getRuntime().addShutdownHook(new Thread(new ExitHook(replies, lines), "exit-hook"));
    SparkRuntime spark = new SparkRuntime(scratch, cores);
    Worker worker = new Worker(spark, cache, output, lines, signs, replies::send);
    BlockingDeque<WorkerRequest> requests = new LinkedBlockingDeque<>();
    Thread reader = new Thread(() -> read(input, requests, worker, replies), "requests");
    reader.setDaemon(true);
    reader.start();
    serve(spark, worker, requests, replies, signs);
  }

  private static void serve(
      SparkRuntime spark,
      Worker worker,
      BlockingDeque<WorkerRequest> requests,
      ReplyChannel replies,
      LifeSigns signs)
      throws InterruptedException {
    Logger log = LoggerFactory.getLogger(WorkerMain.class);
    try {
      String version = spark.root().version();
      replies.send(new WorkerReply.Ready(version, System.getProperty("java.version")));
      WorkerRequest first = requests.poll(UNTIL_ASKED_MILLIS, TimeUnit.MILLISECONDS);
      if (first == null) {
        new Warmup(spark.root(), spark.scratch()).run(() -> !requests.isEmpty());
      } else {
        requests.addFirst(first);
      }
    } catch (RuntimeException e) {
      log.error("Spark did not start.", e);
      replies.send(new WorkerReply.Failed("Spark did not start: %s".formatted(e), true));
      Runtime.getRuntime().halt(3);
    }
    while (true) {
      WorkerRequest request = requests.poll();
      if (request == null && worker.looksAhead()) {
        worker.lookAhead(() -> !requests.isEmpty());
        continue;
      }
      if (request == null) {
        signs.rest();
        request = requests.take();
      }
      signs.begin(Worker.STEP_SECONDS);
      replies.send(reply(request, worker, log));
    }
  }

  private static WorkerReply reply(WorkerRequest request, Worker worker, Logger log)
      throws InterruptedException {
    try {
      return worker.handle(request);
    } catch (InterruptedException e) {
      if (worker.isCancelled()) {
        // Whoever cancelled it swallows the reply.
        return new WorkerReply.Failed("%s was cancelled.".formatted(request), false);
      }
      throw e;
    } catch (NoDataException e) {
      log.error("{} failed.", request, e);
      return new WorkerReply.Failed(Reason.of(e), false);
    } catch (Throwable e) {
      log.error("{} failed.", request, e);
      return new WorkerReply.Failed("%s".formatted(e), true);
    }
  }

  private static void read(
      InputStream input,
      BlockingQueue<WorkerRequest> requests,
      Worker worker,
      ReplyChannel replies) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        WorkerRequest request = Json.read(line, WorkerRequest.class);
        if (request instanceof WorkerRequest.Cancel) {
          worker.cancel();
        } else if (request instanceof WorkerRequest.Hurry) {
          worker.rest();
        } else if (request instanceof WorkerRequest.Figures) {
          // Told at once, whatever runs: who asks how a worker is must not wait for its warm-up.
          replies.send(new WorkerReply.Measured(ProcessFigures.ofThisProcess()));
        } else {
          requests.add(request);
          worker.hurry();
        }
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(WorkerMain.class).error("The workbench's requests broke off.", e);
    }
    // The workbench is gone. Nothing here is worth a slow farewell.
    Runtime.getRuntime().halt(0);
  }
}
