package dev.kindling.mlflow;

final class RealServerRegistryIT extends RegistryContract {

  @Override
  String trackingUri() {
    return RealServer.uri();
  }
}
