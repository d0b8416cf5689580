package dev.kindling.mlflow.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelUriTest {

  @Test
  void fourFormsNameOneVersion() {
    assertThat(ModelUri.parse("models:/a b/12"))
        .isEqualTo(new ModelUri("a b", ModelUri.Kind.VERSION, "12"));
    assertThat(ModelUri.parse("models:/m@champion"))
        .isEqualTo(new ModelUri("m", ModelUri.Kind.ALIAS, "champion"));
    assertThat(ModelUri.parse("models:/m/Production"))
        .isEqualTo(new ModelUri("m", ModelUri.Kind.STAGE, "Production"));
    assertThat(ModelUri.parse("models:/m/Latest"))
        .isEqualTo(new ModelUri("m", ModelUri.Kind.LATEST, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"models:/m", "models:/m/", "models://m/1", "models:/m/1/x", "models:/@a", "m/1"})
  void otherFormsAreShownTheRightOnes(String uri) {
    assertThatThrownBy(() -> ModelUri.parse(uri))
        .hasMessageContaining("'" + uri + "'")
        .hasMessageContaining("models:/name@alias");
  }
}
