package dev.kindling.cli.watch;

import dev.kindling.cli.command.Keys;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

/** Reads keys on a thread of its own. */
public final class KeyReader {

  private final Keys keys;
  private final BlockingQueue<Signal> signals;

  KeyReader(Keys keys, BlockingQueue<Signal> signals) {
    this.keys = keys;
    this.signals = signals;
  }

  void start() {
    Thread thread = new Thread(this::read, "keys");
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    try {
      for (int key = keys.read(); key >= 0; key = keys.read()) {
        signals.add(new Signal.Key((char) key));
      }
      // The terminal is gone: nobody watches any more.
      signals.add(new Signal.Key(WatchKeys.QUIT));
    } catch (IOException closed) {
      signals.add(new Signal.Key(WatchKeys.QUIT));
    }
  }
}
