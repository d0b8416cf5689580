package dev.kindling.tracking.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code .calls} files, whose format {@code contract/README.md} explains by example: blocks
 * with a blank line between them, each a call with its headers, body, captures and values.
 */
final class ScenarioReader {
  static final Path FOLDER = Path.of("src", "test", "resources", "contract", "scenarios");

  private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (\\S.*)");
  private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z-]*): ?(.*)");
  private static final Pattern CAPTURE = Pattern.compile("> (\\w+) (\\??)= (\\S+)");
  private static final String ANY_ORDER = "any order: ";
  private static final String COMPARE = "compare headers: ";

  /** All scenarios in the order of their files' names. */
  List<Scenario> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Scenario> scenarios = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".calls")).sorted().toList()) {
        scenarios.add(read(file));
      }
      return scenarios;
    }
  }

  Scenario read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
      throw new IOException("'" + file + "' must begin with its title: a line '# …'.");
    }
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int end = i;
      while (end < lines.size() && !lines.get(end).isBlank()) {
        end++;
      }
      int start = i;
      while (start < end && lines.get(start).startsWith("#")) {
        start++;
      }
      if (start < end) {
        calls.add(call(file, start, lines.subList(start, end)));
      }
      i = end + 1;
    }
    String name = file.getFileName().toString().replaceFirst("\\.calls$", "");
    return new Scenario(name, lines.get(0).substring(2), calls);
  }

  private static Call call(Path file, int start, List<String> block) throws IOException {
    Matcher request = REQUEST.matcher(block.get(0));
    if (!request.matches()) {
      throw new IOException(
          file + ":" + (start + 1) + ": '" + block.get(0) + "' is no call such as 'GET runs/get'.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    List<Capture> captures = new ArrayList<>();
    List<String> anyOrder = new ArrayList<>();
    List<String> compared = new ArrayList<>();
    List<String> each = new ArrayList<>();
    List<String> body = new ArrayList<>();
    for (String line : block.subList(1, block.size())) {
      Matcher header = HEADER.matcher(line);
      Matcher capture = CAPTURE.matcher(line);
      if (body.isEmpty() && header.matches()) {
        headers.put(header.group(1), header.group(2));
      } else if (capture.matches()) {
        captures.add(new Capture(capture.group(1), capture.group(3), !capture.group(2).isEmpty()));
      } else if (line.startsWith(COMPARE)) {
        compared.addAll(List.of(line.substring(COMPARE.length()).split(", *")));
      } else if (line.startsWith(ANY_ORDER)) {
        anyOrder.addAll(List.of(line.substring(ANY_ORDER.length()).split(", *")));
      } else if (line.startsWith("* ")) {
        each.add(line.substring(2));
      } else {
        body.add(line);
      }
    }
    return new Call(
        start + 1,
        request.group(1),
        request.group(2),
        headers,
        String.join("\n", body),
        captures,
        compared,
        anyOrder,
        each);
  }
}
