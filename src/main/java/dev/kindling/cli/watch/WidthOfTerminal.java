package dev.kindling.cli.watch;

import dev.kindling.cli.command.Keys;
import dev.kindling.cli.screen.Console;

/** Keeps the console's width as the terminal's, also after the user resized it. */
public final class WidthOfTerminal implements Runnable {

  private final Console console;
  private volatile Keys terminal;

  WidthOfTerminal(Console console) {
    this.console = console;
  }

  void of(Keys keys) {
    terminal = keys;
    run();
  }

  @Override
  public void run() {
    Keys known = terminal;
    if (known != null) {
      console.use(console.screen().withWidth(known.width()));
    }
  }
}
