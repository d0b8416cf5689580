package dev.kindling.verify;

import dev.kindling.result.GradeRequest;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.Labs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All promises, in the order in which an author wants to hear of them. */
public final class Promises {

  /** The seed of the sample that learners see, and one that they do not. */
  private static final List<Long> SEEDS = List.of(GradeRequest.HOME_SEED, 7L);

  private Promises() {}

  /**
   * The promises that every lab keeps.
   *
   * @param labs the labs
   * @param service judges their answers
   */
  public static List<Promise> all(Labs labs, KindlingService service) {
    Judging judging = new Judging(service);
    return List.of(
        new ShapePromise(),
        new LessonPromise(),
        new BorderPromise(),
        new StarterPromise(judging),
        new SolutionPromise(judging, SEEDS),
        new VariantPromise(labs, judging),
        new MistakePromise(labs, judging));
  }

  /**
   * That checks notice small changes of the solution; minutes for a lab, so not among all of them.
   *
   * @param sample which changes
   * @param working told how far it is
   * @param told told what no check notices, and sums, whether the promise is kept or not
   */
  public static Promise mutants(
      Labs labs,
      KindlingService service,
      MutantSample sample,
      Consumer<String> working,
      Consumer<List<String>> told) {
    return new MutantsPromise(labs, service, sample, working, told);
  }

  /**
   * All promises, and that the answers which pass do so again and again.
   *
   * @param times how often, each time with other data; 0 for not at all
   */
  public static List<Promise> all(Labs labs, KindlingService service, int times) {
    List<Promise> promises = new ArrayList<>(all(labs, service));
    if (times > 0) {
      promises.add(new SteadyPromise(labs, new Judging(service), times));
    }
    return promises;
  }
}
