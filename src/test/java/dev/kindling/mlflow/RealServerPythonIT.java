package dev.kindling.mlflow;

final class RealServerPythonIT extends PythonContract {

  @Override
  String trackingUri() {
    return RealServer.uri();
  }
}
