package dev.kindling.workbench;

import dev.kindling.compile.CompiledAnswer;
import dev.kindling.compile.LabKit;
import dev.kindling.compile.MalformedLabException;
import dev.kindling.compile.NoCompilerException;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.ExampleInfo;
import dev.kindling.lab.TaskInfo;
import dev.kindling.lab.UnknownLabException;
import dev.kindling.result.AnswerHash;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.ProcessFigures;
import dev.kindling.result.ProgressLog;
import dev.kindling.result.Reason;
import dev.kindling.result.RehearsalRequest;
import dev.kindling.result.Rehearsed;
import dev.kindling.result.ShownPart;
import dev.kindling.result.ShownTask;
import dev.kindling.result.TrialRequest;
import dev.kindling.result.Verdict;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service itself: one compiler, one worker, one run at a time, for as many callers as there
 * are.
 */
public final class Workbench implements KindlingService {

  private static final Logger log = LoggerFactory.getLogger(Workbench.class);
  private static final int SHOW_SECONDS = 60;

  private final Home home;
  private final Labs labs;
  private final Workers workers;
  private final ProgressLog progress;
  private final LabTracking tracking;
  private final Rehearsals rehearsals;
  private final Semaphore turn = new Semaphore(1, true);
  private final boolean looksAhead;
  private final ExecutorService idle =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "look-ahead");
            thread.setDaemon(true);
            return thread;
          });
  private volatile String doing = "idle";

  /** A service within the command, which ends with it. */
  public Workbench(Home home) {
    this(home, false);
  }

  /**
   * @param looksAhead whether known answers are run while nobody asks
   */
  Workbench(Home home, boolean looksAhead) {
    this.home = home;
    this.looksAhead = looksAhead;
    this.labs = new Labs(home);
    this.workers = new Workers(new WorkerLauncher(home)::launch);
    this.progress = new ProgressLog(home.progress());
    this.tracking = new LabTracking(home);
    this.rehearsals = new Rehearsals(home);
  }

  /** Starts the worker before anybody asks. */
  public void warmUp() {
    workers.start();
  }

  Labs labs() {
    return labs;
  }

  @Override
  public LabResult grade(GradeRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return inTurn(
        "judging " + request.lab(),
        events,
        () -> {
          long start = System.nanoTime();
          LabKit kit = labs.kit(request.lab());
          // Before compiling: a save during the run must not be remembered as judged.
          String saved = hash(kit.entry().folder().answer());
          CompiledAnswer answer = labs.compile(kit, request.answer());
          long compileMillis = (System.nanoTime() - start) / 1_000_000;
          Grader grader =
              new Grader(workers, kit, tracking(kit), () -> known(kit), request, events);
          LabResult result = grader.grade(answer, compileMillis);
          if (request.answer().kind() == AnswerRef.Kind.LEARNER && !request.only()) {
            progress.judged(result, saved);
          }
          events.accept(new GradeEvent.Finished(result));
          lookAhead(grader);
          return result;
        });
  }

  /**
   * Lets the worker use the time until somebody asks again. In the background, because it may take
   * a compilation; whoever asks meanwhile goes first.
   */
  private void lookAhead(Grader grader) {
    if (!looksAhead) {
      return;
    }
    idle.execute(
        () -> {
          if (turn.tryAcquire()) {
            try {
              grader.rest();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
              log.warn("The worker could not be asked to look ahead.", e);
            } finally {
              turn.release();
            }
          }
        });
  }

  /** Ends what the worker does for nobody, because an answer is about to be judged. */
  void hurry() {
    WorkerProcess worker = workers.current();
    if (worker != null && worker.isReady()) {
      worker.hurry();
    }
  }

  /** Known answers write to a server of their own, never to one that somebody else looks at. */
  private Optional<KnownKit> known(LabKit kit) {
    try {
      return Optional.of(
          KnownKit.of(labs, kit, kit.entry().info().tracking() ? rehearsals.uri() : null));
    } catch (MalformedLabException e) {
      log.warn("{} has no known answers to hold an answer against.", kit.entry().id(), e);
      return Optional.empty();
    }
  }

  private @Nullable String tracking(LabKit kit) {
    return kit.entry().info().tracking() ? tracking.uri() : null;
  }

  private static @Nullable String hash(Path answer) {
    try {
      return Files.exists(answer) ? AnswerHash.of(answer) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(answer), e);
    }
  }

  @Override
  public ShownTask show(GradeRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return inTurn(
        "running " + request.lab(),
        events,
        () -> {
          LabKit kit = labs.kit(request.lab());
          ShownTask shown = show(kit, request, events);
          events.accept(new GradeEvent.Shown(shown));
          return shown;
        });
  }

  @Override
  public List<Rehearsed> rehearse(RehearsalRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return inTurn(
        "rehearsing " + request.lab(),
        events,
        () -> {
          LabKit kit = labs.kit(request.lab());
          CompiledAnswer solution = labs.compile(kit, AnswerRef.SOLUTION);
          KnownKit known =
              KnownKit.of(labs, kit, kit.entry().info().tracking() ? rehearsals.uri() : null);
          return new Rehearsal(workers, known, tracking(kit), request, events).run(solution);
        });
  }

  @Override
  public List<CheckResult> trial(TrialRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    return inTurn(
        "trying changes of " + request.lab(),
        events,
        () -> {
          LabKit kit = labs.kit(request.lab());
          CompiledAnswer answer = labs.solutionIn(kit, Path.of(request.classes()));
          List<CheckResult> results =
              new Trial(workers, kit, tracking(kit), request, events).run(answer);
          events.accept(new GradeEvent.Tried(results));
          return results;
        });
  }

  private ShownTask show(LabKit kit, GradeRequest request, Consumer<GradeEvent> events)
      throws InterruptedException, WorkerFault {
    int number = request.first();
    CompiledAnswer answer = labs.compile(kit, request.answer());
    events.accept(new GradeEvent.Compiled(kit.entry().id().toString(), answer.report(), 0));
    if (!answer.report().ok()) {
      return failed(number, Verdict.SKIPPED, "Waits for the file to compile.", null);
    }
    TaskInfo task =
        kit.entry()
            .info()
            .task(number)
            .orElseThrow(
                () ->
                    new UnknownLabException(
                        "%s has no task %d: its tasks are 1 to %d."
                            .formatted(
                                kit.entry().id(), number, kit.entry().info().tasks().size())));
    WorkerSession session =
        new WorkerSession(
            workers,
            kit,
            answer,
            request.seed(),
            tracking(kit),
            text -> events.accept(new GradeEvent.Working(text)));
    try {
      List<ShownPart> parts = new ArrayList<>();
      StringBuilder printed = new StringBuilder();
      long millis = 0;
      for (ExampleInfo example : kit.entry().info().examples()) {
        if (example.task() == number) {
          ShownTask shown = show(session, example, task);
          if (shown.verdict() != Verdict.PASS) {
            return shown;
          }
          parts.addAll(shown.parts());
          printed.append(shown.output());
          millis += shown.millis();
        }
      }
      return new ShownTask(number, Verdict.PASS, parts, null, null, printed.toString(), millis);
    } finally {
      session.close();
    }
  }

  private ShownTask show(WorkerSession session, ExampleInfo example, TaskInfo task)
      throws InterruptedException, WorkerFault {
    WorkerRequest.Show show =
        new WorkerRequest.Show(example.name(), task.number(), task.method(), SHOW_SECONDS);
    try {
      return ((WorkerReply.Showed) session.ask(show)).task();
    } catch (WorkerDiedException e) {
      workers.start();
      CheckResult why =
          Deaths.verdict(new CheckInfo(example.name(), task.number(), 0, SHOW_SECONDS), e.death());
      return failed(task.number(), why.verdict(), why.message(), why.location());
    }
  }

  private static ShownTask failed(
      int task, Verdict verdict, @Nullable String message, @Nullable String location) {
    return new ShownTask(task, verdict, List.of(), message, location, "", 0);
  }

  @Override
  public void watch(String lab, long seed, Consumer<GradeEvent> events)
      throws InterruptedException {
    try {
      new AnswerWatch(this, labs.kit(lab), seed, events).run();
    } catch (UnknownLabException | MalformedLabException | NoCompilerException e) {
      events.accept(new GradeEvent.Fault(Reason.of(e), false));
    }
  }

  /** One run, which may fail in the ways that are nobody's verdict. */
  @FunctionalInterface
  private interface Run<T> {
    T run() throws InterruptedException, WorkerFault, WorkerDiedException;
  }

  private <T> T inTurn(String what, Consumer<GradeEvent> events, Run<T> run)
      throws InterruptedException {
    if (!turn.tryAcquire()) {
      events.accept(new GradeEvent.Working("waiting for another run to end (" + doing + ")"));
      turn.acquire();
    }
    doing = what;
    try {
      return run.run();
    } catch (UnknownLabException
        | MalformedLabException
        | NoCompilerException
        | NoTrackingException e) {
      throw told(Reason.of(e), false, e, events);
    } catch (UncheckedIOException e) {
      if (Thread.interrupted()) {
        // A newer save ended this run in the middle of a file; nobody waits for its outcome.
        throw new InterruptedException(what);
      }
      log.error("{} failed", what, e);
      throw told(Reason.of(e), false, e, events);
    } catch (WorkerDiedException e) {
      log.error("{} failed", what, e);
      throw told(
          "The worker does not stay up (%s): see %s, and run './lab doctor'."
              .formatted(e.getMessage(), home.logs().resolve("worker.log")),
          false,
          e,
          events);
    } catch (WorkerFault e) {
      log.error("{} failed", what, e);
      throw told(
          e.ours()
              ? "Kindling itself failed (%s): see %s."
                  .formatted(e.getMessage(), home.logs().resolve("worker.log"))
              : Reason.of(e),
          e.ours(),
          e,
          events);
    } finally {
      doing = "idle";
      turn.release();
    }
  }

  private static RunFailedException told(
      String message, boolean ours, Exception cause, Consumer<GradeEvent> events) {
    GradeEvent.Fault fault = new GradeEvent.Fault(message, ours);
    events.accept(fault);
    return new RunFailedException(fault, cause);
  }

  @Override
  public WorkbenchStatus status() {
    WorkerProcess worker = workers.current();
    return new WorkbenchStatus(
        Home.build(),
        0,
        ProcessFigures.ofThisProcess(),
        figures(worker),
        doing,
        0,
        tracking.known());
  }

  /** A worker's figures: its own when it is free, otherwise what the system knows. */
  private @Nullable ProcessFigures figures(@Nullable WorkerProcess worker) {
    if (worker == null) {
      return null;
    }
    if (worker.isReady() && turn.tryAcquire()) {
      try {
        if (worker.call(new WorkerRequest.Figures()) instanceof WorkerReply.Measured measured) {
          return measured.figures();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (WorkerDiedException e) {
        return null;
      } finally {
        turn.release();
      }
    }
    return new ProcessFigures(worker.pid(), -1, -1, -1, -1, -1);
  }

  @Override
  public void close() {
    idle.shutdownNow();
    workers.close();
    labs.close();
    tracking.close();
    rehearsals.close();
  }
}
