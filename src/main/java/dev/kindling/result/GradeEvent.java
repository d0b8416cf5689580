package dev.kindling.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What happens during a run, as it happens. Each travels as one line of JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GradeEvent.Saved.class, name = "saved"),
  @JsonSubTypes.Type(value = GradeEvent.Working.class, name = "working"),
  @JsonSubTypes.Type(value = GradeEvent.Compiled.class, name = "compiled"),
  @JsonSubTypes.Type(value = GradeEvent.Checked.class, name = "checked"),
  @JsonSubTypes.Type(value = GradeEvent.TaskDone.class, name = "task"),
  @JsonSubTypes.Type(value = GradeEvent.Explained.class, name = "explained"),
  @JsonSubTypes.Type(value = GradeEvent.AllRehearsed.class, name = "rehearsed"),
  @JsonSubTypes.Type(value = GradeEvent.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = GradeEvent.Fault.class, name = "fault"),
  @JsonSubTypes.Type(value = GradeEvent.Shown.class, name = "shown"),
  @JsonSubTypes.Type(value = GradeEvent.Tried.class, name = "tried"),
  @JsonSubTypes.Type(value = GradeEvent.Beat.class, name = "beat")
})
public sealed interface GradeEvent {

  /**
   * A watched answer was saved; a run follows.
   *
   * @param file the file, relative to the checkout
   * @param task the task whose method was edited, or 0 when that is not plain
   */
  record Saved(String lab, String file, int task) implements GradeEvent {}

  /**
   * What is being done now, for a progress line: {@code starting Spark}, {@code task 3: learn the
   * medians}.
   */
  record Working(String text) implements GradeEvent {}

  /** The answer was compiled, or not. */
  record Compiled(String lab, CompileReport report, long millis) implements GradeEvent {}

  /** A check has its verdict. */
  record Checked(String lab, int task, CheckResult result) implements GradeEvent {}

  /** Every check of a task has its verdict. */
  record TaskDone(String lab, TaskResult result) implements GradeEvent {}

  /**
   * The causes of a task's failures were found after its verdict had been told.
   *
   * @param result the task with the causes
   * @param found the causes that are new
   */
  record Explained(String lab, TaskResult result, List<Explanation> found) implements GradeEvent {

    public Explained {
      found = List.copyOf(found);
    }
  }

  /** Known answers were judged; one that could not be judged to the end is left out. */
  record AllRehearsed(List<Rehearsed> parts) implements GradeEvent {

    public AllRehearsed {
      parts = List.copyOf(parts);
    }
  }

  /** Every task has its verdict, and progress is on disk. */
  record Finished(LabResult result) implements GradeEvent {}

  /**
   * The run could not go on.
   *
   * @param message what happened and what to do next
   * @param ours whether it is our bug (exit code 70) rather than the environment's fault (3)
   */
  record Fault(String message, boolean ours) implements GradeEvent {}

  /** What an example returned. */
  record Shown(ShownTask task) implements GradeEvent {}

  /** What the checks said of a changed solution. */
  record Tried(List<CheckResult> results) implements GradeEvent {

    public Tried {
      results = List.copyOf(results);
    }
  }

  /** Nothing happened; the line only shows that both ends are alive. */
  record Beat() implements GradeEvent {}
}
