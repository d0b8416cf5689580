package dev.kindling.run.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.result.RehearsalRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workbench asks of the worker. Each but {@link Cancel} and {@link Hurry} gets exactly one
 * reply in the end.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerRequest.Open.class, name = "open"),
  @JsonSubTypes.Type(value = WorkerRequest.Judge.class, name = "judge"),
  @JsonSubTypes.Type(value = WorkerRequest.SideBySide.class, name = "side-by-side"),
  @JsonSubTypes.Type(value = WorkerRequest.Show.class, name = "show"),
  @JsonSubTypes.Type(value = WorkerRequest.Explain.class, name = "explain"),
  @JsonSubTypes.Type(value = WorkerRequest.Rehearse.class, name = "rehearse"),
  @JsonSubTypes.Type(value = WorkerRequest.Rest.class, name = "rest"),
  @JsonSubTypes.Type(value = WorkerRequest.Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = WorkerRequest.Hurry.class, name = "hurry"),
  @JsonSubTypes.Type(value = WorkerRequest.Figures.class, name = "figures"),
  @JsonSubTypes.Type(value = WorkerRequest.Close.class, name = "close")
})
public sealed interface WorkerRequest {

  /**
   * Gives an answer a fresh session and a fresh class loader, in place of the former one.
   *
   * @param labClasses the folder of the lab's classes
   * @param answerClasses the folder of the answer's classes
   * @param answerClass the class to judge
   * @param contract the lab's interface
   * @param checks the class of the checks
   * @param examples the class of the examples
   * @param packageName the package of the lab
   * @param methodLines the first line of each of the answer's methods
   * @param files the shown path of each of the answer's sources, by simple name
   * @param seed the seed of the data
   * @param tracking where the lab's tracking server is, or null when it uses none
   */
  record Open(
      String labClasses,
      String answerClasses,
      String answerClass,
      String contract,
      String checks,
      String examples,
      String packageName,
      Map<String, Integer> methodLines,
      Map<String, String> files,
      long seed,
      @Nullable String tracking)
      implements WorkerRequest {

    public Open {
      methodLines = Map.copyOf(methodLines);
      files = Map.copyOf(files);
    }
  }

  /**
   * Runs one check.
   *
   * @param check the method of the checks class
   * @param points what it is worth
   * @param method the contract's method that it judges
   * @param seconds the time limit, as work of the answer
   */
  record Judge(String check, double points, String method, int seconds) implements WorkerRequest {}

  /**
   * A task to judge beside others.
   *
   * @param number the task
   * @param after which of the others must have passed first
   * @param checks in the order in which they are run
   */
  record TaskBeside(int number, List<Integer> after, List<Judge> checks) {

    public TaskBeside {
      after = List.copyOf(after);
      checks = List.copyOf(checks);
    }
  }

  /**
   * Judges tasks side by side, as far as there are cores for it. Each check that passes is told at
   * once ({@link WorkerReply.Passed}); of the others nothing is said.
   */
  record SideBySide(List<TaskBeside> tasks) implements WorkerRequest {

    public SideBySide {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * Runs one example and shows what it returns.
   *
   * @param example the method of the examples class
   * @param task the task it shows
   * @param method the contract's method that it calls
   * @param seconds the time limit, as work of the answer
   */
  record Show(String example, int task, String method, int seconds) implements WorkerRequest {}

  /**
   * What is known of a lab's wrong answers.
   *
   * @param classes the folder of the solution's classes and of all known answers
   * @param solution the class of the solution
   * @param mistakes the wrong ones
   * @param tracking the server that they may write to, or null when the lab uses none
   */
  record Known(
      String classes, String solution, List<AnswerInfo> mistakes, @Nullable String tracking) {

    public Known {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * The checks of a task.
   *
   * @param number the task
   * @param method the contract's method
   * @param checks in the order in which they are run
   * @param seconds the time limit of each
   */
  record TaskChecks(int number, String method, List<String> checks, int seconds) {

    public TaskChecks {
      checks = List.copyOf(checks);
    }
  }

  /**
   * Finds why the checks of a task failed that were run since the answer was opened.
   *
   * @param remembered whether to say only what needs no more runs
   */
  record Explain(TaskChecks task, Known known, boolean remembered) implements WorkerRequest {}

  /**
   * Judges known answers, each by the checks of a task, and finds the causes, as for a learner's.
   *
   * @param parts which
   * @param tasks the checks of the tasks that are named there
   */
  record Rehearse(List<RehearsalRequest.Part> parts, List<TaskChecks> tasks, Known known)
      implements WorkerRequest {

    public Rehearse {
      parts = List.copyOf(parts);
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * Puts away what the answer left behind. While nothing else is asked, the known answers are run
   * for these tasks and remembered, so that the next causes are found at once.
   */
  record Rest(List<TaskChecks> tasks, Known known) implements WorkerRequest {

    public Rest {
      tasks = List.copyOf(tasks);
    }
  }

  /** Ends the check or example that runs now, if any; it then replies at once. */
  record Cancel() implements WorkerRequest {}

  /** Ends what the worker does for nobody, without a reply. */
  record Hurry() implements WorkerRequest {}

  /** Asks how the worker is; answered at once, whatever runs. */
  record Figures() implements WorkerRequest {}

  /** Lets go of the answer and all it left behind. */
  record Close() implements WorkerRequest {}
}
