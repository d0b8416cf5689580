package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.Pipeline;
import org.junit.jupiter.api.Test;

class ClassFilesTest {

  @Test
  void classesAreFoundInAFolder() {
    assertThat(ClassFiles.of(Generator.class, 1))
        .containsKeys("dev.kindling.data.Generator", "dev.kindling.data.Table")
        .allSatisfy((name, bytes) -> assertThat(name).matches("dev\\.kindling\\.data\\.[^.]+"));
    assertThat(ClassFiles.of(Generator.class, Integer.MAX_VALUE))
        .containsKey("dev.kindling.data.listings.ListingsGenerator");
  }

  @Test
  void classesAreFoundInAJar() {
    assertThat(ClassFiles.of(Pipeline.class, 1))
        .containsKey("org.apache.spark.ml.Pipeline")
        .doesNotContainKey("org.apache.spark.ml.feature.Imputer");
  }
}
