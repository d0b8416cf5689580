package dev.kindling.workbench;

import dev.kindling.compile.LabKit;
import dev.kindling.compile.MethodFacts;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.AnswerHash;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a learner's answer after every save. A save during a run ends that run: only the newest
 * text is worth a verdict.
 */
final class AnswerWatch {

  private static final Logger log = LoggerFactory.getLogger(AnswerWatch.class);

  /** Editors write a file in several steps; this long after the last one it counts as saved. */
  private static final long SETTLE_MILLIS = 25;

  private static final int EMPTY_LOOKS = 10;

  private static final long BEAT_SECONDS = 2;

  private final Workbench workbench;
  private final LabKit kit;
  private final LabFolder folder;
  private final long seed;
  private final Consumer<GradeEvent> events;
  private final Semaphore saves = new Semaphore(0);
  private @Nullable String hash;
  private Map<String, MethodFacts> methods = Map.of();

  /** By task, the digest of the code with which it passed last. */
  private final Map<Integer, Integer> passed = new ConcurrentHashMap<>();

  AnswerWatch(Workbench workbench, LabKit kit, long seed, Consumer<GradeEvent> events) {
    this.workbench = workbench;
    this.kit = kit;
    this.folder = kit.entry().folder();
    this.seed = seed;
    // Beats and events come from two threads.
    this.events =
        event -> {
          synchronized (this) {
            events.accept(event);
          }
        };
  }

  void run() throws InterruptedException {
    if (!Files.isDirectory(folder.work())) {
      events.accept(
          new GradeEvent.Fault(
              "There is no answer yet: './lab start %s' puts the starter into work/%s/."
                  .formatted(folder.id().name(), folder.id()),
              false));
      return;
    }
    ExecutorService runs =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "watch " + folder.id());
              thread.setDaemon(true);
              return thread;
            });
    try {
      DirectoryWatcher watcher = watcher(folder.work());
      try {
        Future<?> watching = watcher.watchAsync();
        saves.release();
        loop(runs, watching);
      } finally {
        watcher.close();
        runs.shutdownNow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot watch %s.".formatted(folder.work()), e);
    }
  }

  private DirectoryWatcher watcher(Path work) throws IOException {
    return DirectoryWatcher.builder().path(work).listener(event -> saves.release()).build();
  }

  private void loop(ExecutorService runs, Future<?> watching) throws InterruptedException {
    Future<?> run = null;
    while (true) {
      if (!saves.tryAcquire(BEAT_SECONDS, TimeUnit.SECONDS)) {
        events.accept(new GradeEvent.Beat());
        // A watch of the folder that has ended tells of no save any more.
        rethrow(watching);
        rethrow(run);
        continue;
      }
      while (saves.tryAcquire(SETTLE_MILLIS, TimeUnit.MILLISECONDS)) {
        // Drain the burst of events that one save makes.
      }
      String now = hashNow();
      if (Objects.equals(now, hash)) {
        continue;
      }
      boolean first = hash == null;
      hash = now;
      workbench.hurry();
      if (run != null) {
        run.cancel(true);
      }
      run = runs.submit(() -> judge(first));
    }
  }

  /** The hash of what is saved now, or null while an editor has the file away to replace it. */
  private @Nullable String hashNow() {
    try {
      return AnswerHash.ofFolder(folder.work());
    } catch (IOException beingReplaced) {
      return hash;
    }
  }

  /** A run that failed for want of a listener ends the watch. */
  private static void rethrow(@Nullable Future<?> run) throws InterruptedException {
    if (run != null && run.isDone() && !run.isCancelled()) {
      try {
        run.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** An editor that writes into the file empties it first; a moment later the text is there. */
  private void awaitText() throws InterruptedException {
    for (int i = 0; i < EMPTY_LOOKS && folder.answer().toFile().length() == 0; i++) {
      Thread.sleep(SETTLE_MILLIS);
    }
  }

  private void judge(boolean first) {
    try {
      awaitText();
      Map<String, MethodFacts> before = methods;
      methods = workbench.labs().compile(kit, AnswerRef.LEARNER).methods();
      int edited = first ? 0 : editedTask(before, methods);
      if (methods.isEmpty()) {
        // It does not compile: what was edited is told by the save that does.
        methods = before;
      }
      if (!first) {
        String shown = "work/" + folder.id() + "/" + folder.name() + ".java";
        events.accept(new GradeEvent.Saved(folder.id().toString(), shown, edited));
      }
      workbench.grade(
          new GradeRequest(folder.id().toString(), AnswerRef.LEARNER, seed, edited, false, known()),
          this::remember);
    } catch (RunFailedException told) {
      // The next save may mend it.
      log.info("The run after a save could not go on: {}", told.getMessage());
    } catch (InterruptedException newerSave) {
      Thread.currentThread().interrupt();
    }
  }

  /** The tasks that passed with the very code that they have now. */
  private Set<Integer> known() {
    return kit.entry().info().tasks().stream()
        .filter(
            task -> {
              MethodFacts code = methods.get(task.method());
              return code != null && Objects.equals(passed.get(task.number()), code.digest());
            })
        .map(TaskInfo::number)
        .collect(Collectors.toSet());
  }

  private void remember(GradeEvent event) {
    if (event instanceof GradeEvent.TaskDone done) {
      int number = done.result().task();
      MethodFacts code =
          kit.entry().info().task(number).map(t -> methods.get(t.method())).orElse(null);
      if (done.result().passed() && code != null) {
        passed.put(number, code.digest());
      } else {
        passed.remove(number);
      }
    }
    events.accept(event);
  }

  /** The one task whose method's code differs, or 0. */
  private int editedTask(Map<String, MethodFacts> before, Map<String, MethodFacts> after) {
    List<TaskInfo> edited =
        kit.entry().info().tasks().stream()
            .filter(task -> isEdited(before.get(task.method()), after.get(task.method())))
            .toList();
    return edited.isEmpty() ? 0 : edited.get(0).number();
  }

  private static boolean isEdited(@Nullable MethodFacts before, @Nullable MethodFacts after) {
    return before != null && after != null && before.digest() != after.digest();
  }
}
