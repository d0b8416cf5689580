package dev.kindling.cli.command;

import dev.kindling.lab.Catalogue;
import dev.kindling.result.Problem;
import dev.kindling.result.ProgressLog;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.WorkbenchStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the command stands on. Making one is cheap: nothing is read and nothing is started before it
 * is asked for.
 */
public interface Engine {

  /** The labs of the checkout. */
  Catalogue catalogue();

  /**
   * Labs that are not whole and therefore missing from the catalogue: what their authors must mend.
   */
  default List<Problem> labProblems() {
    return List.of();
  }

  /**
   * The service that judges: the workbench, which is started when none runs, or one inside this
   * process. Its calls must be safe from several threads, because {@code watch} shows a task while
   * it watches.
   *
   * @param noWorkbench whether to judge inside this process
   * @param notice told, in one line each, what takes time, such as a start of the workbench
   * @throws CommandFailure with {@link ExitCode#ENVIRONMENT} when it cannot be started
   */
  KindlingService connect(boolean noWorkbench, Consumer<String> notice);

  /** The state of the workbench, if one runs; never starts one. */
  Optional<WorkbenchStatus> status();

  /** Whether the archive that halves a start of Spark is there and fits. */
  default boolean startsFast() {
    return true;
  }

  /**
   * Ends the workbench and its worker.
   *
   * @return whether one was running
   */
  boolean stop();

  /** The checkout. */
  Path root();

  /** The folder of what the tool keeps: {@code .kindling} in the checkout. */
  Path state();

  /** What is remembered of the learner's work. */
  default ProgressLog progress() {
    return new ProgressLog(state().resolve("progress.jsonl"));
  }

  /** The folder of log files. */
  default Path logs() {
    return state().resolve("log");
  }
}
