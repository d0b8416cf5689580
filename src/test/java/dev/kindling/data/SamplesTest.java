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
    Generator<?> generator = Generators.find().get(0);
    Path card = folder.resolve(generator.name()).resolve("README.md");
    samples.write(generator);
    assertThat(samples.problems(generator))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).contains("The card"));

    Path sample;
    try (var files = Files.list(card.getParent())) {
      sample = files.findFirst().orElseThrow();
    }
    Files.writeString(card, "SHA-256 of `%s`: ``\n".formatted(sample.getFileName()));
    samples.write(generator);
    assertThat(samples.problems(generator)).isEmpty();

    byte[] bytes = Files.readAllBytes(sample);
    bytes[bytes.length / 2] ^= 1;
    Files.write(sample, bytes);
    assertThat(samples.problems(generator))
        .singleElement()
        .asString()
        .contains(sample.getFileName().toString(), "is not what its generator makes");
  }
}
