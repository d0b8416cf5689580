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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the workbench's requests, one after another; only {@link #cancel} comes in between.
 */
final class Worker {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /**
   * What each step of a request takes at the very most, as work; an answer's calls have their own
   * limit.
   */
  static final int STEP_SECONDS = 60;

  private final SparkRuntime spark;
  private final Path cache;
  private final CappedOutput output;
  private final Truths truths = new Truths();
  private final AtomicReference<AnswerLines> lines;
  private final Calls calls;
  private final Consumer<WorkerReply> tell;
  private @Nullable AnswerSession session;
  private @Nullable CheckRunner runner;
  private @Nullable Inquiry inquiry;
  private final CauseSearch causes = new CauseSearch();
  private volatile WorkerRequest.@Nullable Rest ahead;
  private volatile boolean lookingAhead;

  /**
   * @param tell sends what is said before the reply to a request
   */
  Worker(
      SparkRuntime spark,
      Path cache,
      CappedOutput output,
      AtomicReference<AnswerLines> lines,
      LifeSigns signs,
      Consumer<WorkerReply> tell) {
    this.spark = spark;
    this.cache = cache;
    this.output = output;
    this.lines = lines;
    this.calls = new Calls(signs);
    this.tell = tell;
  }

  /** Ends what runs now; safe from any thread. */
  void cancel() {
    calls.cancel();
  }

  /** Whether what runs now was told to end. */
  boolean isCancelled() {
    return calls.isCancelled();
  }

  /** Ends what is done for nobody, because a request has come; safe from any thread. */
  void hurry() {
    if (lookingAhead) {
      cancel();
    }
  }

  /** Ends it for good, until the next answer has been judged; safe from any thread. */
  void rest() {
    ahead = null;
    hurry();
  }

  /** Carries out one request. */
  WorkerReply handle(WorkerRequest request) throws Exception {
    calls.begin();
    ahead = null;
    if (request instanceof WorkerRequest.Open open) {
      open(open);
      return new WorkerReply.Opened();
    }
    if (request instanceof WorkerRequest.Judge judge) {
      return judge(judge);
    }
    if (request instanceof WorkerRequest.SideBySide beside) {
      return sideBySide(beside);
    }
    if (request instanceof WorkerRequest.Explain explain) {
      return inquiry().explain(explain);
    }
    if (request instanceof WorkerRequest.Rehearse rehearse) {
      AnswerSession own = session();
      return inquiry().rehearse(rehearse, spark.cores(), () -> own.beside(spark));
    }
    if (request instanceof WorkerRequest.Rest rest) {
      session().guard().clear();
      ahead = rest;
      return new WorkerReply.Closed();
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
    AnswerSession opened = new AnswerSession(spark, open);
    session = opened;
    lines.set(opened.lines());
    inquiry = new Inquiry(opened, cache, truths, causes, calls);
    runner = runner(opened);
    output.take();
    if (open.tracking() != null) {
      forgetOldSpaces(new TrackingContext(open.tracking(), open.packageName().replace('.', '/')));
    }
  }

  private CheckRunner runner(AnswerSession of) throws Exception {
    return of.within(
        () ->
            new CheckRunner(
                of.load(of.answer().checks()), new WorkerCheckContext(of, cache, truths)));
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

  private AnswerSession session() {
    return Objects.requireNonNull(session, "No answer is open.");
  }

  private Inquiry inquiry() {
    return Objects.requireNonNull(inquiry, "No answer is open.");
  }

  private void close() {
    if (inquiry != null) {
      inquiry.close();
      inquiry = null;
    }
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
        call(
            judge.check(),
            judge.seconds(),
            () -> Objects.requireNonNull(runner, "No answer is open.").run(judge.check()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    CheckResult result = new Verdicts(session().lines()).of(judge, ended, millis);
    boolean tainted = ended.stuck() || result.verdict() == Verdict.CRASHED;
    return new WorkerReply.Judged(tainted ? result : tidy(judge, result, ended), tainted);
  }

  private WorkerReply sideBySide(WorkerRequest.SideBySide beside) throws Exception {
    AnswerSession own = session();
    int count = Lanes.count(spark.cores(), beside.tasks().size());
    if (count < 2) {
      return new WorkerReply.Settled(false, Set.of());
    }
    WorkerReply.Settled settled = sideBySide(beside, own, count);
    if (!settled.tainted() && own.spark().sparkContext().isStopped()) {
      open(own.answer());
    }
    return settled;
  }

  private WorkerReply.Settled sideBySide(
      WorkerRequest.SideBySide beside, AnswerSession own, int count) throws Exception {
    try (Lanes<SideBySide.Lane> lanes =
        new Lanes<>(
            count,
            new SideBySide.Lane(own, Objects.requireNonNull(runner, "opened with it")),
            () -> {
              AnswerSession another = own.beside(spark);
              return new SideBySide.Lane(another, runner(another));
            },
            SideBySide.Lane::leave)) {
      return new SideBySide(calls, this::passed, beside.tasks()).in(lanes);
    }
  }

  private void passed(Outcome outcome) {
    inquiry().judged(outcome);
    tell.accept(new WorkerReply.Passed(outcome.result()));
  }

  /** Whether there is something to observe while nothing is asked. */
  boolean looksAhead() {
    return ahead != null;
  }

  /**
   * Observes one thing ahead; {@link #hurry} ends it.
   *
   * @param wanted whether a request has come already
   */
  void lookAhead(BooleanSupplier wanted) {
    calls.begin();
    lookingAhead = true;
    try {
      WorkerRequest.Rest plan = ahead;
      if (plan == null || wanted.getAsBoolean()) {
        return;
      }
      if (!inquiry().ahead(plan)) {
        ahead = null;
      }
    } catch (InterruptedException requested) {
      log.debug("A request came while known answers were observed.");
    } catch (Exception e) {
      // Causes are then found when they are asked for, or the fault is told there.
      log.warn("Known answers could not be observed ahead.", e);
      ahead = null;
    } finally {
      lookingAhead = false;
    }
  }

  /** Puts the session right after a check; a stopped one fails the check that stopped it. */
  private CheckResult tidy(
      WorkerRequest.Judge judge, CheckResult result, TimedCall.Ended<Throwable> ended)
      throws Exception {
    if (session().spark().sparkContext().isStopped()) {
      open(session().answer());
      return CheckResult.notPassed(
              result.name(),
              Verdict.FAIL,
              result.points(),
              "Your code stopped the Spark session. It belongs to everything that runs after you too: remove stop() or close() and leave the session running.",
              session().lines().ofMethod(judge.method()),
              result.millis())
          .diagnosed("stopped-session");
    }
    List<String> notices = session().guard().restore();
    String notice = result.verdict() == Verdict.TODO ? "" : String.join(" ", notices);
    inquiry()
        .judged(
            new Outcome(result, CauseSearch.thrown(ended), notice, CauseSearch.observation(ended)));
    return notice.isEmpty() ? result : result.noticing(notice);
  }

  private WorkerReply show(WorkerRequest.Show show) throws Exception {
    long start = System.nanoTime();
    TimedCall.Ended<List<ShownPart>> ended =
        call(show.example(), show.seconds(), () -> example(show.example()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    String printed = output.take();
    List<ShownPart> shown = ended.value();
    if (!ended.cut() && ended.error() == null && shown != null) {
      session().guard().restore();
      return new WorkerReply.Showed(
          new ShownTask(show.task(), Verdict.PASS, shown, null, null, printed, millis), false);
    }
    WorkerRequest.Judge judge =
        new WorkerRequest.Judge(show.example(), 0, show.method(), show.seconds());
    Verdicts verdicts = new Verdicts(session().lines());
    CheckResult why =
        ended.cut()
            ? verdicts.timeout(judge, ended.location(), millis)
            : verdicts.of(show.example(), 0, show.method(), ended.error(), millis);
    boolean tainted = ended.stuck() || why.verdict() == Verdict.CRASHED;
    return new WorkerReply.Showed(
        new ShownTask(
            show.task(), why.verdict(), List.of(), why.message(), why.location(), printed, millis),
        tainted);
  }

  private List<ShownPart> example(String name) throws Exception {
    ExampleCall call = new ExampleCall(session().load(session().answer().examples()));
    return ShownValues.of(call.call(name, new WorkerCheckContext(session(), cache, truths)));
  }

  private <T> TimedCall.Ended<T> call(String name, int seconds, Callable<T> work)
      throws InterruptedException {
    return calls.make(name, seconds, session(), work);
  }
}
