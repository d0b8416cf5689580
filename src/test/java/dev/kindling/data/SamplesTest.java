package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed samples are what the generators make. After a change that is meant, rewrite them:
 * {@code ./mvnw -q test -Dtest=SamplesTest -Dkindling.samples=write}.
 */
class SamplesTest {

  private static final long LARGEST = 1_500_000;

  private final Path datasets = Path.of("datasets");

  @Test
  void everyCommittedSampleIsWhatItsGeneratorMakes() throws IOException {
    List<Generator<?>> generators = Generators.find();
    assertThat(generators).isNotEmpty();
    Samples samples = new Samples(datasets);
    List<String> problems = new ArrayList<>();
    for (Generator<?> generator : generators) {
      if ("write".equals(System.getProperty("kindling.samples"))) {
        samples.write(generator);
      }
      problems.addAll(samples.problems(generator));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void everyFolderOfDatasetsHasAGeneratorAndEveryFileIsSmall() throws IOException {
    List<String> names = Generators.find().stream().map(Generator::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    try (var folders = Files.list(datasets)) {
      assertThat(folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()))
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(names);
    }
    try (var files = Files.walk(datasets)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(LARGEST));
    }
  }

  @Test
  void aChangedByteIsNoticed(@TempDir Path folder) throws IOException {
    Samples samples = new Samples(folder);
    TinyGenerator tiny = new TinyGenerator();
    Path card = folder.resolve("tiny").resolve("README.md");
    Path sample = folder.resolve("tiny").resolve("tiny.csv");
    assertThat(samples.problems(tiny)).as("nothing is there yet").hasSize(2);

    Files.createDirectories(card.getParent());
    Files.writeString(card, "A card.\nSHA-256 of `tiny.csv`: ``\n");
    samples.write(tiny);
    assertThat(samples.problems(tiny)).isEmpty();
    assertThat(Files.readString(sample)).startsWith("id,x\n0,");

    byte[] bytes = Files.readAllBytes(sample);
    bytes[bytes.length / 2] ^= 1;
    Files.write(sample, bytes);
    assertThat(samples.problems(tiny))
        .singleElement()
        .asString()
        .contains("tiny.csv", "is not what its generator makes");
  }

  @Test
  void aCardWithAnotherHashIsNoticed(@TempDir Path folder) throws IOException {
    Samples samples = new Samples(folder);
    TinyGenerator tiny = new TinyGenerator();
    samples.write(tiny);
    Files.writeString(folder.resolve("tiny").resolve("README.md"), "SHA-256 of `tiny.csv`: `0`\n");
    assertThat(samples.problems(tiny)).singleElement().asString().contains("README.md");
  }
}
