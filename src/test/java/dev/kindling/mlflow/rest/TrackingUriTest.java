package dev.kindling.mlflow.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackingUriTest {

  @Test
  void slashesAtTheEndAreDropped() {
    assertThat(new TrackingUri(" http://127.0.0.1:5000// ").base())
        .isEqualTo("http://127.0.0.1:5000");
    assertThat(new TrackingUri("https://host/mlflow/").base()).isEqualTo("https://host/mlflow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sqlite:///mlflow.db",
        "databricks",
        "./mlruns",
        "http://",
        "http://h?x=1",
        "a b"
      })
  void whatIsNoServerIsRefusedByItsName(String text) {
    assertThatThrownBy(() -> new TrackingUri(text))
        .isInstanceOf(MlflowException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("http://127.0.0.1:5000");
  }

  @Test
  void aPasswordInTheAddressIsNotRepeated() {
    assertThatThrownBy(() -> new TrackingUri("http://me:secret@host"))
        .hasMessageContaining("MLFLOW_TRACKING_PASSWORD")
        .hasMessageNotContaining("secret");
  }

  @Test
  void theVariableMustBeSet() {
    assertThatThrownBy(() -> TrackingUri.from(Map.of()))
        .hasMessageContaining("MLFLOW_TRACKING_URI is not set");
    assertThat(TrackingUri.from(Map.of("MLFLOW_TRACKING_URI", "http://h:1")).base())
        .isEqualTo("http://h:1");
  }
}
