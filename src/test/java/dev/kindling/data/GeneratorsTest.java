package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.listings.ListingsGenerator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorsTest {

  static Stream<Generator<?>> generators() {
    return Generators.find().stream();
  }

  @Test
  void generatorsAreFoundInThePackagesBelow() {
    assertThat(Generators.find()).hasAtLeastOneElementOfType(ListingsGenerator.class);
  }

  @ParameterizedTest
  @MethodSource("generators")
  void theSameSeedMakesTheSameFramesAndAnotherSeedOthers(Generator<?> generator) {
    List<Frame> frames = generator.generate(7).frames();
    assertThat(generator.generate(7).frames()).isEqualTo(frames);
    assertThat(generator.generate(8).frames()).isNotEqualTo(frames);
  }

  @ParameterizedTest
  @MethodSource("generators")
  void aGeneratorHasAPackageOfItsOwn(Generator<?> generator) {
    assertThat(generator.getClass().getPackageName())
        .startsWith(Generator.class.getPackageName() + ".");
    assertThat(generator.name()).matches("[a-z0-9_]+");
  }

  @Test
  void theFingerprintIsStableAndTellsGeneratorsApart() {
    String listings = Fingerprint.of(new ListingsGenerator());
    assertThat(listings).hasSize(12).isEqualTo(Fingerprint.of(new ListingsGenerator()));
    assertThat(Fingerprint.of(new TinyGenerator())).isNotEqualTo(listings);
  }
}
