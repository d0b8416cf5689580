package dev.kindling.cli.watch;

import dev.kindling.cli.command.Keys;
import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;

/**
 * Keys through JLine. The terminal is in raw mode meanwhile, but Ctrl-C still ends the process; a
 * shutdown hook puts the terminal back, so that a kill leaves it usable too.
 */
public final class TerminalKeys implements Keys {

  private final Terminal terminal;
  private final Attributes before;
  private final NonBlockingReader reader;
  private final Thread restore;

  private TerminalKeys(Terminal terminal) {
    this.terminal = terminal;
    before = terminal.enterRawMode();
    reader = terminal.reader();
    restore = new Thread(this::restore, "restore-terminal");
    Runtime.getRuntime().addShutdownHook(restore);
  }

  public static Optional<Keys> open(Runnable resized) {
    try {
      // Without native signals Ctrl-C stays what it is: the end of the process, with status 130.
      Terminal terminal =
          TerminalBuilder.builder().system(true).nativeSignals(false).dumb(false).build();
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        terminal.close();
        return Optional.empty();
      }
      Signals.register("WINCH", resized);
      return Optional.of(new TerminalKeys(terminal));
    } catch (IOException | IllegalStateException noTerminal) {
      return Optional.empty();
    }
  }

  @Override
  public int read() throws IOException {
    return reader.read();
  }

  @Override
  public int width() {
    return terminal.getWidth();
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(restore);
    } catch (IllegalStateException alreadyEnding) {
      // The hook does the rest.
    }
    try {
      terminal.close();
    } catch (IOException e) {
      // The attributes are restored; there is nothing left to give back.
    }
  }

  private void restore() {
    terminal.setAttributes(before);
  }
}
