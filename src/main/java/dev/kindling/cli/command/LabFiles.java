package dev.kindling.cli.command;

import dev.kindling.cli.screen.CleanText;
import dev.kindling.cli.screen.DiffView;
import dev.kindling.lab.LabEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The source files of a lab, as they are shown. */
public final class LabFiles {

  private final Context context;

  public LabFiles(Context context) {
    this.context = context;
  }

  /** The path of the solution and its text. */
  public List<String> solution(LabEntry lab) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(context.look().style().cyan(context.paths().of(lab.folder().solution())));
    lines.add("");
    lines.addAll(read(lab.folder().solution()));
    return lines;
  }

  /** What to change in the learner's answer to get ours. */
  public List<String> towardsSolution(LabEntry lab) throws IOException {
    return diff(lab.folder().answer(), lab.folder().solution());
  }

  /** What the learner has changed in the starter. */
  public List<String> sinceStarter(LabEntry lab) throws IOException {
    return diff(lab.folder().starter(), lab.folder().answer());
  }

  private List<String> diff(Path before, Path after) throws IOException {
    List<String> lines =
        new DiffView(context.look())
            .lines(
                context.paths().of(before), read(before), context.paths().of(after), read(after));
    return lines.isEmpty() ? List.of("The two files are the same.") : lines;
  }

  private static List<String> read(Path file) throws IOException {
    // Not readAllLines: a learner's file in another encoding must not stop us.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return CleanText.of(text).lines().toList();
  }
}
