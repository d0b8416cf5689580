package dev.kindling.tracking.experiments;

import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Lengths;
import dev.kindling.tracking.protocol.Names;

/** The rules for an experiment's tags. */
final class ExperimentTags {

  private static final int LONGEST_KEY = 250;
  private static final int LONGEST_VALUE = 20_000;

  private ExperimentTags() {}

  static void check(KeyValue tag) {
    Names.check(tag.key(), "key");
    Lengths.check("key", LONGEST_KEY, tag.key());
    Lengths.check("value", LONGEST_VALUE, tag.value());
  }
}
