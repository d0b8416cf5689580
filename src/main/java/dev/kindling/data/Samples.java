package dev.kindling.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The committed samples: every generator's files of seed 42 below {@code datasets/<name>/}. */
public final class Samples {

  /** The seed of the committed samples. */
  public static final long SEED = 42;

  private static final String CARD = "README.md";

  private final Path datasets;

  /**
   * @param datasets the folder {@code datasets} of the project
   */
  public Samples(Path datasets) {
    this.datasets = datasets;
  }

  /**
   * Compares the committed files of a generator with what it makes, and the hashes in its card with
   * the files.
   *
   * @return one sentence per problem; empty if all is well
   */
  public <T> List<String> problems(Generator<T> generator) throws IOException {
    List<String> problems = new ArrayList<>();
    Path card = folder(generator).resolve(CARD);
    String cardText = Files.exists(card) ? Files.readString(card) : "";
    for (SampleFile sample : make(generator)) {
      Path file = folder(generator).resolve(sample.name());
      if (!Files.exists(file) || !Files.readString(file).equals(sample.text())) {
        problems.add(
            "The sample '%s' is not what its generator makes: rewrite it with -Dkindling.samples=write, or undo the change of the generator."
                .formatted(file));
      }
      if (!cardText.contains(hashLine(sample))) {
        problems.add(
            "The card '%s' does not say '%s': rewrite it with -Dkindling.samples=write."
                .formatted(card, hashLine(sample)));
      }
    }
    return problems;
  }

  /** Writes the files of a generator anew, and their hashes into its card if it has one. */
  public <T> void write(Generator<T> generator) throws IOException {
    Files.createDirectories(folder(generator));
    Path card = folder(generator).resolve(CARD);
    for (SampleFile sample : make(generator)) {
      Files.writeString(folder(generator).resolve(sample.name()), sample.text());
      if (Files.exists(card)) {
        String line = Pattern.quote("SHA-256 of `" + sample.name() + "`: ") + "`[0-9a-f]*`";
        Files.writeString(card, Files.readString(card).replaceAll(line, hashLine(sample)));
      }
    }
  }

  private <T> List<SampleFile> make(Generator<T> generator) {
    return generator.samples(generator.generate(SEED));
  }

  private Path folder(Generator<?> generator) {
    return datasets.resolve(generator.name());
  }

  private static String hashLine(SampleFile sample) {
    return "SHA-256 of `%s`: `%s`".formatted(sample.name(), Fingerprint.of(sample.text()));
  }
}
