package dev.kindling.run.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.ProcessFigures;
import dev.kindling.result.ShownTask;

/** What the worker says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerReply.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = WorkerReply.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = WorkerReply.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = WorkerReply.Showed.class, name = "showed"),
  @JsonSubTypes.Type(value = WorkerReply.Measured.class, name = "measured"),
  @JsonSubTypes.Type(value = WorkerReply.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = WorkerReply.Exiting.class, name = "exiting"),
  @JsonSubTypes.Type(value = WorkerReply.Failed.class, name = "failed")
})
public sealed interface WorkerReply {

  /** Spark is up. Said once, unasked. */
  record Ready(String spark, String java) implements WorkerReply {}

  /** The answer has its session. */
  record Opened() implements WorkerReply {}

  /**
   * A check has its verdict.
   *
   * @param tainted whether this JVM can no longer be trusted (a thread that would not die, no
   *     memory left) and must be replaced
   */
  record Judged(CheckResult result, boolean tainted) implements WorkerReply {}

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
  record Exiting(String location, boolean outOfMemory) implements WorkerReply {}

  /** A request could not be carried out, by our fault or the machine's. */
  record Failed(String message) implements WorkerReply {}
}
