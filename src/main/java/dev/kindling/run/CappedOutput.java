package dev.kindling.run;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Keeps the beginning of what an answer prints and counts the rest, so that a lab that prints 100
 * MB costs no memory. It stands in for {@code System.out} and {@code System.err}: the real streams
 * carry the protocol.
 */
final class CappedOutput extends OutputStream {

  private static final int KEPT = 16 * 1024;

  private final byte[] kept = new byte[KEPT];
  private int length;
  private long dropped;

  @Override
  public synchronized void write(int b) {
    if (length < KEPT) {
      kept[length++] = (byte) b;
    } else {
      dropped++;
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int count) {
    int fits = Math.min(count, KEPT - length);
    System.arraycopy(bytes, offset, kept, length, fits);
    length += fits;
    dropped += count - fits;
  }

  /** What was printed since the last call, with a note when some was not kept. */
  synchronized String take() {
    String text = new String(kept, 0, length, StandardCharsets.UTF_8);
    if (dropped > 0) {
      text += "\n… and %s more that was not kept".formatted(size(dropped));
    }
    length = 0;
    dropped = 0;
    return text;
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? "%d kB".formatted(Math.max(1, bytes / 1000))
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
