package dev.kindling.cli.screen;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way to the screen. Lines go above the status line, if there is one; without a terminal
 * there is none, and lines come out plain. Safe for threads.
 */
public final class Console implements AutoCloseable {

  /** A space at which no line breaks; it is printed as a plain one. */
  public static final char KEEP = '\u00a0';

  private static final long FRAME_MILLIS = 120;

  private final PrintStream out;
  private final PrintStream err;
  private final StatusLine status;
  private Screen screen;
  private Look look;
  private Plainer plainer;
  private @Nullable Thread spinner;
  private @Nullable Thread restore;

  public Console(PrintStream out, PrintStream err, Screen screen) {
    this.out = out;
    this.err = err;
    status = new StatusLine(text -> bytes(out, text), System::currentTimeMillis);
    use(screen);
  }

  /** Uses what became known of the screen later, such as its real width. */
  public final synchronized void use(Screen known) {
    screen = known;
    look = known.look();
    plainer = new Plainer(known.charset());
  }

  public synchronized Screen screen() {
    return screen;
  }

  public synchronized Look look() {
    return look;
  }

  /** One line. */
  public synchronized void line(String text) {
    status.erase();
    bytes(out, text + "\n");
    redraw();
    checkOpen();
  }

  public void lines(List<String> lines) {
    synchronized (this) {
      status.erase();
      StringBuilder text = new StringBuilder();
      for (String line : lines) {
        text.append(line).append('\n');
      }
      bytes(out, text.toString());
      redraw();
      checkOpen();
    }
  }

  public void blank() {
    line("");
  }

  /** Plain text, wrapped at words. */
  public void text(String text) {
    lines(Wrap.lines(text, look().textWidth()));
  }

  /** What is not part of the answer: start-up notices and problems, on standard error. */
  public synchronized void notice(String text) {
    noticeAsIs(String.join("\n", Wrap.lines(text, look.textWidth())));
  }

  /** The same without wrapping, for traces. */
  public synchronized void noticeAsIs(String text) {
    status.erase();
    bytes(err, text + "\n");
    redraw();
  }

  /** JSON: UTF-8 whatever the terminal speaks, without colours. */
  public synchronized void json(String json) {
    byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    checkOpen();
  }

  /** Shows what is being done, on a terminal; null or empty when it is done. */
  public synchronized void working(String text) {
    if (screen.live()) {
      status.working(text == null ? "" : CleanText.line(text));
      redraw();
      animate();
    }
  }

  /** Shows what can be done meanwhile, on a terminal; empty for nothing. */
  public synchronized void footer(String text) {
    if (screen.live()) {
      status.footer(text);
      redraw();
    }
  }

  /** Leaves the terminal with the cursor at the start of an empty line. */
  @Override
  public synchronized void close() {
    status.footer("");
    status.working("");
    status.erase();
    out.flush();
    err.flush();
    if (restore != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(restore);
      } catch (IllegalStateException alreadyEnding) {
        // The hook itself is what runs now.
      }
      restore = null;
    }
  }

  private void redraw() {
    if (screen.live()) {
      status.draw(look);
    }
  }

  private void animate() {
    if (restore == null) {
      restore = new Thread(this::close, "restore-screen");
      Runtime.getRuntime().addShutdownHook(restore);
    }
    if (status.spinning() && (spinner == null || !spinner.isAlive())) {
      spinner = new Thread(this::spin, "spinner");
      spinner.setDaemon(true);
      spinner.start();
    }
  }

  private void spin() {
    try {
      while (true) {
        Thread.sleep(FRAME_MILLIS);
        synchronized (this) {
          if (!status.spinning()) {
            spinner = null;
            return;
          }
          status.tick();
          redraw();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void checkOpen() {
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }

  private void bytes(PrintStream stream, String text) {
    Charset charset = screen.charset();
    byte[] bytes = plainer.text(text.replace(KEEP, ' ')).getBytes(charset);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
