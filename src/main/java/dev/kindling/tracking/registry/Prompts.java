package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.Set;

/** Prompts: models and versions with a tag that says so, and a text instead of files. */
final class Prompts {

  private static final String TAG = "mlflow.prompt.is_prompt";

  /** What clients give as source of a version that has no files. */
  private static final Set<String> SOURCES = Set.of("dummy-source", "prompt-template");

  private Prompts() {}

  /** Whether tags mark a prompt; of a key that is given twice, the last value counts. */
  static boolean isPrompt(List<KeyValue> tags) {
    boolean prompt = false;
    for (KeyValue tag : tags) {
      if (TAG.equals(tag.key())) {
        prompt = "true".equalsIgnoreCase(tag.value());
      }
    }
    return prompt;
  }

  /** Whether tags name prompts at all, whatever they say. */
  static boolean hasTag(List<KeyValue> tags) {
    return tags.stream().anyMatch(tag -> TAG.equals(tag.key()));
  }

  /** Refuses a source that could be a file: the tag must be no way around the rules for sources. */
  static void checkSource(String source) {
    if (!SOURCES.contains(source)) {
      throw TrackingException.invalid(
          "Invalid prompt source: '%s'. Prompt sources must use an MLflow placeholder.", source);
    }
  }

  /** The error for a name that is taken. */
  static TrackingException taken(String name, boolean oldIsPrompt, boolean newIsPrompt) {
    String was = oldIsPrompt ? "prompt" : "registered model";
    String wanted = newIsPrompt ? "prompt" : "registered model";
    if (oldIsPrompt != newIsPrompt) {
      return new TrackingException(
          ErrorCode.RESOURCE_ALREADY_EXISTS,
          ("Tried to create a %s with name '%s', but the name is already taken by a %s. MLflow does"
                  + " not allow creating a model and a prompt with the same name.")
              .formatted(wanted, name, was));
    }
    return TrackingException.exists(
        "%s (name=%s) already exists.", newIsPrompt ? "Prompt" : "Registered Model", name);
  }
}
