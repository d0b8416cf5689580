package dev.kindling.mlflow.artifacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command with its options, as {@code mlflow artifacts} takes them.
 *
 * @param command such as {@code log-artifact}; empty when help is asked for
 * @param options by their long name, such as {@code run-id}
 */
record CommandLine(String command, Map<String, String> options) {

  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "log-artifact", List.of("local-file", "run-id", "artifact-path"),
          "log-artifacts", List.of("local-dir", "run-id", "artifact-path"),
          "list", List.of("run-id", "artifact-path"),
          "download", List.of("run-id", "artifact-path", "artifact-uri", "dst-path"));
  private static final Map<String, String> SHORT =
      Map.of("-r", "run-id", "-a", "artifact-path", "-u", "artifact-uri", "-d", "dst-path");

  /** Arguments that say nothing that can be done. */
  static final class Unclear extends RuntimeException {
    Unclear(String message) {
      super(message);
    }
  }

  /**
   * Reads the arguments; {@code -m mlflow.store.artifact.cli} before them is for Python.
   *
   * @throws Unclear with one sentence
   */
  static CommandLine parse(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    if (words.size() >= 2 && words.get(0).equals("-m")) {
      words.subList(0, 2).clear();
    }
    if (words.isEmpty() || words.contains("--help")) {
      return new CommandLine("", Map.of());
    }
    String command = words.get(0);
    List<String> known = KNOWN.get(command);
    if (known == null) {
      throw new Unclear(
          "There is no command '%s': use log-artifact, log-artifacts, list or download."
              .formatted(command));
    }
    Map<String, String> options = new HashMap<>();
    int next = 1;
    while (next < words.size()) {
      String word = words.get(next++);
      int equal = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = name(equal < 0 ? word : word.substring(0, equal), known);
      if (equal < 0 && next == words.size()) {
        throw new Unclear("The option '%s' lacks its value.".formatted(word));
      }
      options.put(name, equal < 0 ? words.get(next++) : word.substring(equal + 1));
    }
    return new CommandLine(command, options);
  }

  private static String name(String word, List<String> known) {
    String name = word.startsWith("--") ? word.substring(2) : SHORT.getOrDefault(word, "");
    if (word.equals("-l")) {
      name = known.get(0);
    }
    if (!known.contains(name)) {
      throw new Unclear(
          "The option '%s' is none of '--%s'.".formatted(word, String.join("', '--", known)));
    }
    return name;
  }

  /** The value of an option; null when it is not given. */
  @Nullable String value(String option) {
    return options.get(option);
  }

  /**
   * The value of an option that must be given.
   *
   * @throws Unclear when it is not
   */
  String required(String option) {
    String value = options.get(option);
    if (value == null || value.isEmpty()) {
      throw new Unclear("The command '%s' needs '--%s'.".formatted(command, option));
    }
    return value;
  }
}
