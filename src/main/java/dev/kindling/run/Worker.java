package dev.kindling.run;

import dev.kindling.check.ExampleCall;
import dev.kindling.data.Truths;
import dev.kindling.mlflow.OldSpaces;
import dev.kindling.mlflow.TrackingContext;
import dev.kindling.result.CheckResult;
import dev.kindling.result.ShownPart;
import dev.kindling.result.ShownTask;
import dev.kindling.result.Verdict;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the workbench's requests, one after another; only {@link #cancel} comes in between.
 */
final class Worker {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private final SparkRuntime spark;
  private final Path cache;
  private final CappedOutput output;
  private final Truths truths = new Truths();
  private final AtomicReference<AnswerLines> lines;
  private final AtomicReference<TimedCall<?>> running = new AtomicReference<>();
  private AnswerSession session;
  private CheckRunner runner;

  Worker(SparkRuntime spark, Path cache, CappedOutput output, AtomicReference<AnswerLines> lines) {
    this.spark = spark;
    this.cache = cache;
    this.output = output;
    this.lines = lines;
  }

  /** Ends what runs now; safe from any thread. */
  void cancel() {
    TimedCall<?> call = running.get();
    if (call != null) {
      call.cancel();
    }
  }

  /** Carries out one request. */
  WorkerReply handle(WorkerRequest request) throws Exception {
    if (request instanceof WorkerRequest.Open open) {
      open(open);
      return new WorkerReply.Opened();
    }
    if (request instanceof WorkerRequest.Judge judge) {
      return judge(judge);
    }
    if (request instanceof WorkerRequest.Show show) {
      return show(show);
    }
    if (request instanceof WorkerRequest.Close) {
      close();
      return new WorkerReply.Closed();
    }
    throw new IllegalArgumentException("No reply is known to " + request);
  }

  private void open(WorkerRequest.Open open) throws Exception {
    close();
    session = new AnswerSession(spark, open);
    lines.set(session.lines());
    runner =
        session.within(
            () ->
                new CheckRunner(
                    session.load(open.checks()), new WorkerCheckContext(session, cache, truths)));
    output.take();
    if (open.tracking() != null) {
      forgetOldSpaces(new TrackingContext(open.tracking(), open.packageName().replace('.', '/')));
    }
  }

  /** Beside the checks: they do not need it, and nobody waits for it. */
  private static void forgetOldSpaces(TrackingContext tracking) {
    Thread thread =
        new Thread(
            () -> {
              try {
                new OldSpaces(tracking).delete();
              } catch (RuntimeException e) {
                log.warn("What earlier checks left on the tracking server stays there.", e);
              }
            },
            "old-spaces");
    thread.setDaemon(true);
    thread.start();
  }

  private void close() {
    if (runner != null) {
      runner.close();
      runner = null;
    }
    if (session != null) {
      session.close();
      session = null;
      lines.set(null);
    }
  }

  private WorkerReply judge(WorkerRequest.Judge judge) throws Exception {
    long start = System.nanoTime();
    TimedCall.Ended<Throwable> ended =
        call(judge.check(), judge.seconds(), () -> runner.run(judge.check()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    Verdicts verdicts = new Verdicts(session.lines());
    CheckResult result;
    if (ended.cut()) {
      result = cut(judge, ended.location(), millis);
    } else {
      Throwable error = ended.error() == null ? ended.value() : ended.error();
      result = verdicts.of(judge.check(), judge.points(), judge.method(), error, millis);
    }
    boolean tainted = ended.stuck() || result.verdict() == Verdict.CRASHED;
    if (!tainted) {
      result = tidy(judge, result);
    }
    return new WorkerReply.Judged(result, tainted);
  }

  private CheckResult cut(WorkerRequest.Judge judge, String location, long millis) {
    return new CheckResult(
        judge.check(),
        Verdict.TIMEOUT,
        judge.points(),
        null,
        "Still running after %d seconds, so it was stopped%s. Look for a loop that does not end, or for work that is done once per row."
            .formatted(judge.seconds(), location == null ? "" : " at the line shown"),
        null,
        null,
        location == null ? session.lines().ofMethod(judge.method()) : location,
        millis);
  }

  /** Puts the session right after a check; a stopped one fails the check that stopped it. */
  private CheckResult tidy(WorkerRequest.Judge judge, CheckResult result) throws Exception {
    if (session.spark().sparkContext().isStopped()) {
      WorkerRequest.Open answer = session.answer();
      open(answer);
      return new CheckResult(
          result.name(),
          Verdict.FAIL,
          result.points(),
          "stopped-session",
          "Your code stopped the Spark session. It belongs to everything that runs after you too: remove stop() or close() and leave the session running.",
          null,
          null,
          session.lines().ofMethod(judge.method()),
          result.millis());
    }
    List<String> notices = session.guard().restore();
    if (notices.isEmpty() || result.verdict() == Verdict.TODO) {
      return result;
    }
    String notice = String.join(" ", notices);
    return new CheckResult(
        result.name(),
        result.verdict(),
        result.points(),
        result.diagnosis(),
        result.message() == null ? notice : result.message() + " " + notice,
        result.expected(),
        result.actual(),
        result.location(),
        result.millis());
  }

  private WorkerReply show(WorkerRequest.Show show) throws Exception {
    long start = System.nanoTime();
    TimedCall.Ended<List<ShownPart>> ended =
        call(show.example(), show.seconds(), () -> example(show.example()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    String printed = output.take();
    if (!ended.cut() && ended.error() == null) {
      session.guard().restore();
      return new WorkerReply.Showed(
          new ShownTask(show.task(), Verdict.PASS, ended.value(), null, null, printed, millis),
          false);
    }
    WorkerRequest.Judge judge =
        new WorkerRequest.Judge(show.example(), 0, show.method(), show.seconds());
    CheckResult why =
        ended.cut()
            ? cut(judge, ended.location(), millis)
            : new Verdicts(session.lines())
                .of(show.example(), 0, show.method(), ended.error(), millis);
    boolean tainted = ended.stuck() || why.verdict() == Verdict.CRASHED;
    return new WorkerReply.Showed(
        new ShownTask(
            show.task(), why.verdict(), List.of(), why.message(), why.location(), printed, millis),
        tainted);
  }

  private List<ShownPart> example(String name) throws Exception {
    ExampleCall call = new ExampleCall(session.load(session.answer().examples()));
    return ShownValues.of(call.call(name, new WorkerCheckContext(session, cache, truths)));
  }

  private <T> TimedCall.Ended<T> call(String name, int seconds, Callable<T> work)
      throws InterruptedException {
    AnswerSession own = session;
    TimedCall<T> call = new TimedCall<>("answer: " + name, own.loader(), () -> own.within(work));
    running.set(call);
    try {
      return call.run(seconds, own.spark().sparkContext(), own.lines());
    } finally {
      running.set(null);
      log.debug("{} ended", name);
    }
  }
}
