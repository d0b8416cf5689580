package dev.kindling.cli;

import dev.kindling.cli.command.Surroundings;
import dev.kindling.cli.watch.TerminalKeys;
import java.nio.file.Path;

/**
 * The command over a fake engine as a process of its own: {@code -Dkindling.root=} names a folder,
 * {@code -Dfake.events=mixed} makes runs say something.
 */
final class FakeMain {

  private FakeMain() {}

  public static void main(String[] args) {
    FakeEngine engine = new FakeEngine(Path.of(System.getProperty("kindling.root")));
    engine.notice = System.getProperty("fake.notice", "");
    if ("mixed".equals(System.getProperty("fake.events"))) {
      engine.service.events.addAll(Results.events(Results.mixed()));
    }
    engine.service.shown = Results.shown();
    Surroundings here = Surroundings.ofProcess(System.getenv());
    System.exit(
        new Main(root -> engine, here, TerminalKeys::open)
            .run(System.in, System.out, System.err, args));
  }
}
