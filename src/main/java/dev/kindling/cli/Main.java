package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.EngineFactory;
import dev.kindling.cli.command.GlobalOptions;
import dev.kindling.cli.command.KeySource;
import dev.kindling.cli.command.Surroundings;
import dev.kindling.cli.screen.Console;
import dev.kindling.cli.watch.TerminalKeys;
import dev.kindling.workbench.Home;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command {@code lab}. Exit codes are those of {@link ExitCode}. */
public final class Main {

  private final EngineFactory engines;
  private final Surroundings surroundings;
  private final KeySource keys;

  /**
   * @param engines makes the engine once the checkout is known
   * @param surroundings where the command runs
   * @param keys opens the keyboard
   */
  Main(EngineFactory engines, Surroundings surroundings, KeySource keys) {
    this.engines = engines;
    this.surroundings = surroundings;
    this.keys = keys;
  }

  public static void main(String[] args) {
    String root = System.getProperty("kindling.root");
    boolean preparing = args.length > 0 && args[0].equals("prepare");
    if (root != null && !preparing && isStale(Path.of(root))) {
      System.exit(Freshness.STALE);
    }
    System.exit(run(System.in, System.out, System.err, System.getenv(), args));
  }

  /** Labs of another folder may be judged; its sources are not what this jar was built from. */
  private static boolean isStale(Path root) {
    return root.equals(Home.installation()) && Freshness.isStale(root, Home.ownClasses());
  }

  /** Runs one command of this process and returns its exit code. */
  public static int run(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      String... args) {
    return new Main(Wiring::engine, Surroundings.ofProcess(environment), TerminalKeys::open)
        .run(in, out, err, args);
  }

  /** Runs one command and returns its exit code; never throws. */
  int run(InputStream in, PrintStream out, PrintStream err, String... args) {
    List<String> words = List.of(args);
    try (Console console = new Console(out, err, surroundings.screen())) {
      Context context = new Context(console, in, surroundings, engines, keys, new GlobalOptions());
      try {
        return new Invocation(new CommandTable(), context).run(words).code();
      } catch (Throwable problem) {
        return new Failures(context, words.contains("--verbose")).report(problem).code();
      }
    }
  }
}
