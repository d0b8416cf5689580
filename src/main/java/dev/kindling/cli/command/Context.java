package dev.kindling.cli.command;

import dev.kindling.cli.course.LabNames;
import dev.kindling.cli.course.NextLab;
import dev.kindling.cli.course.Standings;
import dev.kindling.cli.screen.Console;
import dev.kindling.cli.screen.Look;
import dev.kindling.cli.screen.ShownPaths;
import dev.kindling.lab.LabEntry;
import java.io.InputStream;

/** What every command works with. The engine is made when it is first asked for. */
public final class Context {

  private final Console console;
  private final InputStream in;
  private final Surroundings surroundings;
  private final EngineFactory engines;
  private final KeySource keys;
  private final GlobalOptions options;
  private Engine engine;

  public Context(
      Console console,
      InputStream in,
      Surroundings surroundings,
      EngineFactory engines,
      KeySource keys,
      GlobalOptions options) {
    this.console = console;
    this.in = in;
    this.surroundings = surroundings;
    this.engines = engines;
    this.keys = keys;
    this.options = options;
  }

  public Console console() {
    return console;
  }

  public Look look() {
    return console.look();
  }

  public InputStream in() {
    return in;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  public KeySource keys() {
    return keys;
  }

  public GlobalOptions options() {
    return options;
  }

  public Engine engine() {
    if (engine == null) {
      engine = engines.open(Checkout.find(surroundings));
    }
    return engine;
  }

  /** The lab that goes by {@code name}, as its id, its short name or a path to its folder. */
  public LabEntry lab(String name) {
    return engine().catalogue().find(name);
  }

  /** The shortest name for a lab. */
  public String name(LabEntry lab) {
    return new LabNames(engine().catalogue()).of(lab);
  }

  public Standings standings() {
    return new Standings(engine().catalogue(), engine().progress());
  }

  public NextLab nextLab() {
    return new NextLab(standings().all());
  }

  public ShownPaths paths() {
    return new ShownPaths(engine().root(), surroundings.directory());
  }

  /** What to type: {@code ./lab hint imputation 3}, on one line so that it can be copied. */
  public String type(String rest) {
    return (surroundings.command() + " " + rest).replace(' ', Console.KEEP);
  }
}
