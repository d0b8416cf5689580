package dev.kindling.workbench;

import dev.kindling.compile.CompiledAnswer;
import dev.kindling.compile.LabKit;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.Environment;
import dev.kindling.result.Explanation;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.Millis;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one compiled answer, check by check, whatever the answer does to the worker. Every check
 * of the lab has a verdict in the end.
 */
final class Grader {

  private static final Logger log = LoggerFactory.getLogger(Grader.class);

  private final Workers workers;
  private final LabKit kit;
  private final @Nullable String tracking;
  private final Supplier<Optional<KnownKit>> findKnown;

  /** Null until they were looked for. */
  @SuppressWarnings("NullableOptional")
  private @Nullable Optional<KnownKit> known;

  private @Nullable WorkerSession session;
  private List<TaskInfo> order = List.of();
  private final GradeRequest request;
  private final Consumer<GradeEvent> events;
  private final Map<Integer, TaskResult> done = new TreeMap<>();

  /** Checks that passed side by side, by their names. */
  private final Map<String, CheckResult> passed = new HashMap<>();

  private final long start = System.nanoTime();
  private long compileMillis;
  private long firstMillis;

  Grader(
      Workers workers,
      LabKit kit,
      @Nullable String tracking,
      Supplier<Optional<KnownKit>> known,
      GradeRequest request,
      Consumer<GradeEvent> events) {
    this.workers = workers;
    this.kit = kit;
    this.tracking = tracking;
    this.findKnown = known;
    this.request = request;
    this.events = events;
  }

  /** Judges the answer; the caller has the worker to itself. */
  LabResult grade(CompiledAnswer answer, long compileMillis)
      throws InterruptedException, WorkerFault {
    this.compileMillis = compileMillis;
    LabInfo lab = kit.entry().info();
    events.accept(new GradeEvent.Compiled(lab.id().toString(), answer.report(), compileMillis));
    if (!answer.report().ok()) {
      lab.tasks().forEach(task -> finish(task, skipAll(task, "Waits for the file to compile.")));
      return result(answer);
    }
    session = new WorkerSession(workers, kit, answer, request.seed(), tracking, this::working);
    order = TaskOrder.of(lab, request.first(), request.only(), request.known());
    judgeTheEdited();
    judgeTheRest();
    takeBackWhatWaits(order);
    for (TaskInfo task : lab.tasks()) {
      if (!order.contains(task)) {
        finish(task, skipAll(task, "Not asked for in this run."));
      }
    }
    return result(answer);
  }

  /** Lets the worker put away what the answer left behind, and look ahead while nobody asks. */
  void rest() throws InterruptedException {
    if (session != null) {
      session.rest(known(), order);
    }
  }

  private Optional<KnownKit> known() {
    if (known == null) {
      known = findKnown.get();
    }
    return known;
  }

  private void working(String text) {
    events.accept(new GradeEvent.Working(text));
  }

  /** Whoever has just edited a task waits for its verdict alone. */
  private void judgeTheEdited() throws InterruptedException, WorkerFault {
    if (request.first() != 0) {
      for (TaskInfo task : order) {
        judgeAndExplain(task);
        if (task.number() == request.first()) {
          return;
        }
      }
    }
  }

  /**
   * Lets tasks pass side by side, as many at a time as the worker has cores for. Whatever does not
   * pass there is judged by itself, before any other, and only that is its verdict.
   */
  private void judgeTheRest() throws InterruptedException, WorkerFault {
    Set<Integer> stumbled = new HashSet<>();
    boolean together = true;
    for (List<TaskInfo> left = left(); !left.isEmpty(); left = left()) {
      Optional<TaskInfo> alone =
          left.stream()
              .filter(task -> stumbled.contains(task.number()))
              .filter(task -> task.after().stream().allMatch(this::isSettled))
              .findFirst();
      if (alone.isPresent()) {
        judgeAndExplain(alone.get());
      } else if (together) {
        together = judgeSideBySide(left, stumbled);
      } else {
        judgeAndExplain(left.get(0));
      }
    }
  }

  private List<TaskInfo> left() {
    return order.stream().filter(task -> !done.containsKey(task.number())).toList();
  }

  private boolean isSettled(int task) {
    return done.containsKey(task) || request.known().contains(task);
  }

  /**
   * Tells each task that passes in its turn.
   *
   * @param stumbled the tasks that are not to be tried any more; those that do not pass are added
   * @return whether it is worth another try with the tasks that are left
   */
  private boolean judgeSideBySide(List<TaskInfo> left, Set<Integer> stumbled)
      throws InterruptedException, WorkerFault {
    List<TaskInfo> tried = left.stream().filter(task -> !stumbled.contains(task.number())).toList();
    List<WorkerRequest.TaskBeside> tasks =
        TaskOrder.sideBySide(kit.entry().info(), tried, done, request.known());
    if (tasks.size() < 2) {
      return false;
    }
    working("%d tasks, side by side".formatted(tasks.size()));
    int before = passed.size() + stumbled.size();
    try {
      WorkerReply.Settled settled =
          session()
              .sideBySide(
                  tasks,
                  result -> {
                    passed.put(result.name(), result);
                    inTurn().forEach(this::finishIfPassed);
                  });
      stumbled.addAll(settled.stumbled());
      left().forEach(this::finishIfPassed);
      return !settled.tainted() && passed.size() + stumbled.size() > before;
    } catch (WorkerDiedException e) {
      log.info("The worker ended while it judged tasks side by side.", e);
      workers.start();
      left().forEach(this::finishIfPassed);
      return false;
    }
  }

  /** The tasks that may be told now: the next one, and those behind it that have passed, too. */
  private List<TaskInfo> inTurn() {
    return left().stream().takeWhile(this::hasPassed).toList();
  }

  private boolean hasPassed(TaskInfo task) {
    return kit.entry().info().checksOf(task.number()).stream()
        .allMatch(check -> passed.containsKey(check.name()));
  }

  private void finishIfPassed(TaskInfo task) {
    if (hasPassed(task)) {
      List<CheckResult> results =
          kit.entry().info().checksOf(task.number()).stream()
              .map(check -> Objects.requireNonNull(passed.get(check.name()), "it has passed"))
              .toList();
      results.forEach(result -> checked(task, result));
      finish(task, results);
    }
  }

  /** The verdict comes first; the cause at once if it is known, and otherwise when it is found. */
  private void judgeAndExplain(TaskInfo task) throws InterruptedException, WorkerFault {
    List<CheckResult> checks = judge(task);
    TaskResult judged = TaskResult.of(task, checks);
    boolean failed = checks.stream().anyMatch(check -> check.verdict() == Verdict.FAIL);
    if (!failed || known().isEmpty()) {
      finish(task, checks);
      return;
    }
    WorkerReply.Explained now = explain(task, true);
    finish(task, judged.with(now.results()).checks());
    if (!now.whole()) {
      working("task %d: looking for the cause".formatted(task.number()));
      WorkerReply.Explained later = explain(task, false);
      // A check may have named by itself what is found again.
      List<Explanation> news =
          later.found().stream().filter(one -> !checks.contains(one.result())).toList();
      if (!news.isEmpty()) {
        TaskResult explained = judged.with(later.results());
        done.put(task.number(), explained);
        events.accept(new GradeEvent.Explained(kit.entry().id().toString(), explained, news));
      }
    }
  }

  /** No cause is worth a verdict: where the worker fails at it, there is none. */
  private WorkerReply.Explained explain(TaskInfo task, boolean remembered)
      throws InterruptedException, WorkerFault {
    WorkerRequest.TaskChecks checks = known().orElseThrow().checks(task);
    try {
      return (WorkerReply.Explained)
          session().askOpen(new WorkerRequest.Explain(checks, known().get().known(), remembered));
    } catch (WorkerDiedException e) {
      log.warn("The worker ended while it looked for causes.", e);
      workers.start();
      return new WorkerReply.Explained(List.of(), true);
    }
  }

  private List<CheckResult> judge(TaskInfo task) throws InterruptedException, WorkerFault {
    for (int earlier : task.after()) {
      TaskResult result = done.get(earlier);
      boolean passed = result == null ? request.known().contains(earlier) : result.passed();
      if (!passed) {
        return skipAll(task, waits(earlier));
      }
    }
    working("task %d: %s".formatted(task.number(), task.title()));
    List<CheckResult> results = new ArrayList<>();
    for (CheckInfo check : kit.entry().info().checksOf(task.number())) {
      CheckResult result =
          isTodo(results)
              ? CheckResult.notRun(
                  check.name(), Verdict.TODO, check.points(), results.get(0).message())
              : judge(task, check);
      results.add(result);
      checked(task, result);
    }
    return results;
  }

  /** A task that was known to pass and now did not leaves those after it without a verdict. */
  private void takeBackWhatWaits(List<TaskInfo> order) {
    for (TaskInfo task : order) {
      task.after().stream()
          .filter(earlier -> done.containsKey(earlier) && !done.get(earlier).passed())
          .filter(earlier -> !isSkipped(task))
          .findFirst()
          .ifPresent(earlier -> finish(task, skipAll(task, waits(earlier))));
    }
  }

  private boolean isSkipped(TaskInfo task) {
    TaskResult result = done.get(task.number());
    return result != null && result.verdict() == Verdict.SKIPPED;
  }

  /** Opened before the first task is judged. */
  private WorkerSession session() {
    return Objects.requireNonNull(session, "No answer is open.");
  }

  private static String waits(int earlier) {
    return "Waits for task %d.".formatted(earlier);
  }

  /** A task that is not written need not be asked twice. */
  private static boolean isTodo(List<CheckResult> results) {
    return !results.isEmpty() && results.get(0).verdict() == Verdict.TODO;
  }

  private CheckResult judge(TaskInfo task, CheckInfo check)
      throws InterruptedException, WorkerFault {
    CheckResult before = passed.get(check.name());
    if (before != null) {
      return before;
    }
    WorkerRequest.Judge judge = asked(task, check);
    for (boolean again = false; ; again = true) {
      try {
        return ((WorkerReply.Judged) session().ask(judge)).result();
      } catch (WorkerDiedException e) {
        workers.start();
        if (again || !e.death().fromOutside()) {
          return Deaths.verdict(check, e.death());
        }
        working("the worker was ended from outside; trying once more");
      }
    }
  }

  static WorkerRequest.Judge asked(TaskInfo task, CheckInfo check) {
    return new WorkerRequest.Judge(check.name(), check.points(), task.method(), limit(check));
  }

  /** A check's own limit, or a shorter one for tests of the limit itself. */
  static int limit(CheckInfo check) {
    return Integer.getInteger("kindling.checkSeconds", check.seconds());
  }

  private List<CheckResult> skipAll(TaskInfo task, String why) {
    List<CheckResult> results = new ArrayList<>();
    for (CheckInfo check : kit.entry().info().checksOf(task.number())) {
      CheckResult result = CheckResult.notRun(check.name(), Verdict.SKIPPED, check.points(), why);
      results.add(result);
      checked(task, result);
    }
    return results;
  }

  private void checked(TaskInfo task, CheckResult result) {
    if (firstMillis == 0) {
      firstMillis = Math.max(1, sinceStart());
    }
    events.accept(new GradeEvent.Checked(kit.entry().id().toString(), task.number(), result));
  }

  private void finish(TaskInfo task, List<CheckResult> checks) {
    TaskResult result = TaskResult.of(task, checks);
    done.put(task.number(), result);
    events.accept(new GradeEvent.TaskDone(kit.entry().id().toString(), result));
  }

  private long sinceStart() {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private LabResult result(CompiledAnswer answer) {
    WorkerReply.Ready versions = workers.versions();
    List<TaskResult> tasks =
        done.values().stream().sorted(Comparator.comparingInt(TaskResult::task)).toList();
    return LabResult.of(
        kit.entry().id().toString(),
        request.answer().label(),
        answer.report(),
        tasks,
        new Millis(compileMillis, compileMillis + firstMillis, compileMillis + sinceStart()),
        new Environment(
            versions == null ? "" : versions.spark(),
            versions == null ? System.getProperty("java.version") : versions.java(),
            request.seed()));
  }
}
