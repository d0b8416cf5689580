package dev.kindling.mlflow;

final class RealServerRunsIT extends RunsContract {

  @Override
  String trackingUri() {
    return RealServer.uri();
  }
}
