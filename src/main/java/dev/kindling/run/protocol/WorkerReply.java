package dev.kindling.run.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.Explanation;
import dev.kindling.result.ProcessFigures;
import dev.kindling.result.Rehearsed;
import dev.kindling.result.ShownTask;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the worker says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerReply.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = WorkerReply.Alive.class, name = "alive"),
  @JsonSubTypes.Type(value = WorkerReply.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = WorkerReply.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = WorkerReply.Passed.class, name = "passed"),
  @JsonSubTypes.Type(value = WorkerReply.Settled.class, name = "settled"),
  @JsonSubTypes.Type(value = WorkerReply.Explained.class, name = "explained"),
  @JsonSubTypes.Type(value = WorkerReply.AllRehearsed.class, name = "rehearsed"),
  @JsonSubTypes.Type(value = WorkerReply.Showed.class, name = "showed"),
  @JsonSubTypes.Type(value = WorkerReply.Measured.class, name = "measured"),
  @JsonSubTypes.Type(value = WorkerReply.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = WorkerReply.Exiting.class, name = "exiting"),
  @JsonSubTypes.Type(value = WorkerReply.Failed.class, name = "failed")
})
public sealed interface WorkerReply {

  /** Spark is up. Said once, unasked. */
  record Ready(String spark, String java) implements WorkerReply {}

  /** The worker is at work. Said now and then, unasked, while there is something to be done. */
  record Alive() implements WorkerReply {}

  /** The answer has its session. */
  record Opened() implements WorkerReply {}

  /**
   * A check has its verdict.
   *
   * @param tainted whether this JVM can no longer be trusted (a thread that would not die, no
   *     memory left) and must be replaced
   */
  record Judged(CheckResult result, boolean tainted) implements WorkerReply {}

  /** One of the checks that are judged side by side has passed; more may follow. */
  record Passed(CheckResult result) implements WorkerReply {}

  /**
   * No more checks are judged side by side.
   *
   * @param tainted whether this JVM must be replaced, as for {@link Judged}
   * @param stumbled the numbers of the tasks with a check that was judged and did not pass
   */
  record Settled(boolean tainted, Set<Integer> stumbled) implements WorkerReply {

    public Settled {
      stumbled = Set.copyOf(stumbled);
    }
  }

  /**
   * What is known of the causes of a task's failures.
   *
   * @param found the checks whose cause was found
   * @param whole whether nothing more can be found; otherwise known answers must be run first
   */
  record Explained(List<Explanation> found, boolean whole) implements WorkerReply {

    public Explained {
      found = List.copyOf(found);
    }

    /** The checks with their causes. */
    public List<CheckResult> results() {
      return found.stream().map(Explanation::result).toList();
    }
  }

  /** How known answers came out; one that could not be judged to the end is left out. */
  record AllRehearsed(List<Rehearsed> parts) implements WorkerReply {

    public AllRehearsed {
      parts = List.copyOf(parts);
    }
  }

  /** An example was called. */
  record Showed(ShownTask task, boolean tainted) implements WorkerReply {}

  /** How the worker is. */
  record Measured(ProcessFigures figures) implements WorkerReply {}

  /** The answer is gone. */
  record Closed() implements WorkerReply {}

  /**
   * This JVM is about to end though nobody asked: said from a shutdown hook.
   *
   * @param location the learner's line that ended it, or null
   * @param outOfMemory whether Spark ended it for want of memory
   */
  record Exiting(@Nullable String location, boolean outOfMemory) implements WorkerReply {}

  /**
   * A request could not be carried out.
   *
   * @param message what happened; and what to do next, where it is the machine's fault
   * @param ours whether it is our fault rather than the machine's
   */
  record Failed(String message, boolean ours) implements WorkerReply {}
}
