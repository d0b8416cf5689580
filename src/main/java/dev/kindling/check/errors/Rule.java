package dev.kindling.check.errors;

import java.util.Optional;

/** Recognises one kind of error. */
interface Rule {

  /** A short name in kebab case; rules that tell the same error in other cases share it. */
  String name();

  /** What to tell the learner, or empty if this is another kind of error. */
  Optional<Advice> advise(Failure failure);
}
