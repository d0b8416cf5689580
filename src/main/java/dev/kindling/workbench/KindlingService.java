package dev.kindling.workbench;

import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.RehearsalRequest;
import dev.kindling.result.Rehearsed;
import dev.kindling.result.ShownTask;
import dev.kindling.result.TrialRequest;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the command asks for: over loopback from the workbench, or in its own process with {@code
 * --no-workbench}. Events arrive in order on the calling thread.
 */
public interface KindlingService extends AutoCloseable {

  /**
   * Judges one answer.
   *
   * @return the result
   * @throws RunFailedException after a {@link GradeEvent.Fault} event
   */
  LabResult grade(GradeRequest request, Consumer<GradeEvent> events) throws InterruptedException;

  /**
   * Calls the examples of one task ({@code request.first()}) and shows what they return.
   *
   * @return what it returned
   * @throws RunFailedException after a {@link GradeEvent.Fault} event
   */
  ShownTask show(GradeRequest request, Consumer<GradeEvent> events) throws InterruptedException;

  /**
   * Judges known answers as if each were a learner's, side by side. What one does may change how
   * another comes out: who finds something surprising has it graded by itself.
   *
   * @return how they came out; one that could not be judged to the end is left out
   * @throws RunFailedException after a {@link GradeEvent.Fault} event
   */
  List<Rehearsed> rehearse(RehearsalRequest request, Consumer<GradeEvent> events)
      throws InterruptedException;

  /**
   * Judges changed classes of a solution by some checks, one after another until one does not pass.
   *
   * @return what the checks that were asked said
   * @throws RunFailedException after a {@link GradeEvent.Fault} event
   */
  List<CheckResult> trial(TrialRequest request, Consumer<GradeEvent> events)
      throws InterruptedException;

  /**
   * Judges the learner's answer now and after every save, until the thread is interrupted or {@code
   * events} throws.
   */
  void watch(String lab, long seed, Consumer<GradeEvent> events) throws InterruptedException;

  /** The state of workbench and worker. */
  WorkbenchStatus status();

  @Override
  void close();
}
