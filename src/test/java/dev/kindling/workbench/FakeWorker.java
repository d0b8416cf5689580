package dev.kindling.workbench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that speaks as a worker does, slowly or not at all. */
final class FakeWorker {

  private static final String SIGN = "{\"reply\":\"alive\"}";
  private static final String READY = "{\"reply\":\"ready\",\"spark\":\"none\",\"java\":\"17\"}";
  private static final String CLOSED = "{\"reply\":\"closed\"}";

  private FakeWorker() {}

  static WorkerProcess start(String manner, int silentSeconds) throws Exception {
    return new WorkerProcess(
        new ProcessBuilder(
                JavaCommand.path(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toString(),
                FakeWorker.class.getName(),
                manner)
            .start(),
        silentSeconds);
  }

  public static void main(String[] args) throws Exception {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    switch (args[0]) {
      case "slow" -> {
        work();
        System.out.println(READY);
        requests.readLine();
        work();
        System.out.println(CLOSED);
      }
      case "hanging" -> System.out.println(READY);
      case "deaf to the first cancel" -> {
        System.out.println(READY);
        String line = requests.readLine();
        for (int cancels = 0; cancels < 2; cancels += line.contains("cancel") ? 1 : 0) {
          line = requests.readLine();
        }
        System.out.println(CLOSED);
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
    while (requests.readLine() != null) {
      // Lives as long as its workbench.
    }
  }

  private static void work() throws InterruptedException {
    for (int i = 0; i < 24; i++) {
      Thread.sleep(500);
      System.out.println(SIGN);
    }
  }
}
