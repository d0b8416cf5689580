package dev.kindling.cli;

import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.RehearsalRequest;
import dev.kindling.result.Rehearsed;
import dev.kindling.result.ShownTask;
import dev.kindling.result.TrialRequest;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.RunFailedException;
import dev.kindling.workbench.ServiceLostException;
import dev.kindling.workbench.WorkbenchStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Replays events; can die as often as a test wants. */
final class FakeService implements KindlingService {

  final List<GradeEvent> events = new ArrayList<>();
  final List<GradeRequest> requests = new ArrayList<>();
  final List<TrialRequest> trials = new ArrayList<>();
  final List<String> watched = new ArrayList<>();
  final CountDownLatch replayed = new CountDownLatch(1);
  ShownTask shown;
  Function<TrialRequest, List<CheckResult>> tried;
  RuntimeException bug;
  RuntimeException endOfWatch;
  final AtomicInteger deaths = new AtomicInteger();

  @Override
  public LabResult grade(GradeRequest request, Consumer<GradeEvent> consumer) {
    requests.add(request);
    die();
    if (bug != null) {
      throw bug;
    }
    LabResult result = null;
    for (GradeEvent event : events) {
      consumer.accept(event);
      if (event instanceof GradeEvent.Finished finished) {
        result = finished.result();
      } else if (event instanceof GradeEvent.Fault fault) {
        throw new RunFailedException(fault);
      }
    }
    return result;
  }

  @Override
  public ShownTask show(GradeRequest request, Consumer<GradeEvent> consumer) {
    requests.add(request);
    die();
    return shown;
  }

  @Override
  public List<Rehearsed> rehearse(RehearsalRequest request, Consumer<GradeEvent> events) {
    return List.of();
  }

  @Override
  public List<CheckResult> trial(TrialRequest request, Consumer<GradeEvent> consumer) {
    trials.add(request);
    die();
    return tried.apply(request);
  }

  @Override
  public void watch(String lab, long seed, Consumer<GradeEvent> consumer)
      throws InterruptedException {
    watched.add(lab);
    die();
    events.forEach(consumer);
    replayed.countDown();
    if (endOfWatch != null) {
      throw endOfWatch;
    }
    new CountDownLatch(1).await();
  }

  private void die() {
    if (deaths.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new ServiceLostException("The workbench does not answer.", null);
    }
  }

  @Override
  public WorkbenchStatus status() {
    throw new UnsupportedOperationException("Tests ask the engine.");
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
