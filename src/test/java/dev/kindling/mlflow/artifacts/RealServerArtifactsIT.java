package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.RealServer;

final class RealServerArtifactsIT extends StockClientContract {

  @Override
  String trackingUri() {
    return RealServer.uri();
  }
}
