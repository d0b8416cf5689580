package dev.kindling.cli;

import dev.kindling.cli.command.KeySource;
import dev.kindling.cli.command.Keys;
import dev.kindling.cli.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs the command over a fake engine, with streams of text. */
final class CommandRun {

  static final String ERASE = "\r\u001b[2K";

  final FakeEngine engine;
  private final Map<String, String> environment = new TreeMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private boolean terminal;
  private Charset charset = StandardCharsets.UTF_8;
  private Path directory;
  private KeySource keys = resized -> Optional.empty();
  private String input = "";

  CommandRun(Path root) {
    engine = new FakeEngine(root);
    directory = root;
  }

  CommandRun with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  CommandRun width(int columns) {
    return with("COLUMNS", Integer.toString(columns));
  }

  CommandRun onTerminal() {
    terminal = true;
    return with("TERM", "xterm-256color");
  }

  CommandRun in(Charset other) {
    charset = other;
    return this;
  }

  CommandRun from(Path folder) {
    directory = folder;
    return this;
  }

  CommandRun keys(Keys typed) {
    keys =
        resized -> {
          resized.run();
          return Optional.of(typed);
        };
    return this;
  }

  CommandRun typing(String text) {
    input = text;
    return this;
  }

  int run(String... args) {
    out.reset();
    err.reset();
    return run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
  }

  int run(PrintStream stream, String... args) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Main(root -> engine, surroundings(), keys).run(in, stream, errors, args);
  }

  Surroundings surroundings() {
    return new Surroundings(
        environment, terminal, terminal, charset, directory, Optional.of(engine.root()), "./lab");
  }

  /** Every byte of standard output. */
  String raw() {
    return out.toString(charset);
  }

  /** What standard output looks like in the end: without lines that were erased in place. */
  String out() {
    StringBuilder screen = new StringBuilder();
    String[] parts = raw().split(java.util.regex.Pattern.quote(ERASE), -1);
    for (String part : parts) {
      screen.setLength(screen.lastIndexOf("\n") + 1);
      screen.append(part);
    }
    return screen.toString();
  }

  String err() {
    return err.toString(charset);
  }
}
