package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import java.util.Optional;

/** One way in which what came can follow from what was expected. */
@FunctionalInterface
interface Relation {

  /** What there is to say if it holds for all values; empty if it does not. */
  Optional<Cause> of(Paired paired);
}
