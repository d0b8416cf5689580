package dev.kindling.cli;

import dev.kindling.cli.command.Keys;
import java.util.concurrent.CountDownLatch;

/** Types a text once the service has replayed its events. */
class FakeKeys implements Keys {

  private final String text;
  private final CountDownLatch ready;
  private final int width;
  private int at;
  boolean closed;

  FakeKeys(String text, CountDownLatch ready, int width) {
    this.text = text;
    this.ready = ready;
    this.width = width;
  }

  @Override
  public int read() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      return -1;
    }
    return at < text.length() ? text.charAt(at++) : -1;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void close() {
    closed = true;
  }
}
