package dev.kindling.tracking.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person reads when a scenario's answers differ.
 *
 * @param scenario what was played
 * @param calls how many calls were compared
 * @param differences those that no known difference explains
 */
record Report(Scenario scenario, int calls, List<Difference> differences) {
  private static final Path FOLDER = Path.of("target", "contract");
  private static final int SHOWN = 20;

  /** The text, with all differences in a file when there are many. */
  String text() throws IOException {
    long differing = differences.stream().map(Difference::call).distinct().count();
    String head =
        "%s%n%d calls compared, %d of them with %d differences that no entry of %s explains:%n"
            .formatted(scenario, calls, differing, differences.size(), KnownDifferences.FILE);
    Path file = FOLDER.resolve(scenario.name() + ".txt");
    Files.createDirectories(FOLDER);
    Files.writeString(file, head + lines(differences.size()));
    String more = differences.size() > SHOWN ? "  … all of them stand in '" + file + "'.\n" : "";
    return head + lines(SHOWN) + more;
  }

  private String lines(int count) {
    return differences.stream()
        .limit(count)
        .map(Difference::toString)
        .collect(Collectors.joining());
  }
}
