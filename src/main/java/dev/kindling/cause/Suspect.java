package dev.kindling.cause;

import dev.kindling.lab.AnswerInfo;

/** An answer whose value may be the one under judgement. */
public sealed interface Suspect {

  /** Tells it from the other suspects of its task. */
  String key();

  /** A mistake that the lab's author wrote down. */
  record Known(AnswerInfo mistake) implements Suspect {
    @Override
    public String key() {
      return mistake.className();
    }
  }

  /** The solution, on changed inputs. */
  record Changed(Perturbation perturbation) implements Suspect {
    @Override
    public String key() {
      return perturbation.key();
    }
  }
}
