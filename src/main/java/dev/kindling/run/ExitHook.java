package dev.kindling.run;

import dev.kindling.run.protocol.WorkerReply;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says, when the answer ends this JVM, which line did it, then ends at once: Spark's own shutdown
 * would take seconds and the workbench tidies up anyway.
 */
final class ExitHook implements Runnable {

  private final ReplyChannel replies;
  private final AtomicReference<AnswerLines> lines;

  ExitHook(ReplyChannel replies, AtomicReference<AnswerLines> lines) {
    this.replies = replies;
    this.lines = lines;
  }

  @Override
  public void run() {
    AnswerLines answer = lines.get();
    String location = null;
    boolean outOfMemory = false;
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      StackTraceElement[] stack = entry.getValue();
      if (Arrays.stream(stack).anyMatch(frame -> isExit(frame))) {
        location = answer == null ? null : answer.first(stack).orElse(location);
        outOfMemory |=
            Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().endsWith("SparkUncaughtExceptionHandler"));
      }
    }
    replies.send(new WorkerReply.Exiting(location, outOfMemory));
    Runtime.getRuntime().halt(1);
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Shutdown")
        || (frame.getClassName().equals("java.lang.Runtime")
            && frame.getMethodName().equals("exit"));
  }
}
