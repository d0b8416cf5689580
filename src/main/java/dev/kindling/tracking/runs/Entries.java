package dev.kindling.tracking.runs;

import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Lengths;
import dev.kindling.tracking.protocol.Names;

/** Reads and checks parameters and tags; values that are too long are cut, as MLflow does. */
final class Entries {

  private static final int LONGEST_KEY = 250;
  private static final int LONGEST_PARAM = 6000;
  private static final int LONGEST_TAG = 8000;

  private Entries() {}

  static KeyValue param(Fields fields) {
    String key = fields.required("key");
    String value = fields.text("value", "");
    Names.check(key, fields.path("key"));
    Lengths.check("Param key", LONGEST_KEY, key);
    return new KeyValue(key, Lengths.cut(LONGEST_PARAM, value));
  }

  static KeyValue tag(Fields fields) {
    String key = fields.required("key");
    String value = fields.text("value", "");
    Names.check(key, fields.path("key"));
    Lengths.check(fields.path("key"), LONGEST_KEY, key);
    return new KeyValue(key, Lengths.cut(LONGEST_TAG, value));
  }
}
