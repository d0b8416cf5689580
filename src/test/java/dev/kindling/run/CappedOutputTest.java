package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CappedOutputTest {

  private static final int KEPT = 16 * 1024;

  private final CappedOutput output = new CappedOutput();
  private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

  @Test
  void aLittleIsKeptWhole() {
    out.println("7 rows, median 90 €");
    assertThat(output.take().strip()).isEqualTo("7 rows, median 90 €");
  }

  @Test
  void whatWasTakenIsGone() {
    out.print("once");
    output.take();
    assertThat(output.take()).isEmpty();
  }

  @Test
  void theBeginningOfMuchIsKeptAndTheRestIsCounted() {
    out.print("x".repeat(KEPT + 2_500_000));
    String text = output.take();
    assertThat(text).startsWith("xxx").endsWith("… and 2.5 MB more that was not kept");
    assertThat(text.length()).isLessThan(KEPT + 100);
  }

  @Test
  void bytesWrittenOneByOneAreCountedToo() {
    for (int i = 0; i < KEPT + 1; i++) {
      output.write('y');
    }
    assertThat(output.take()).startsWith("y".repeat(KEPT)).endsWith("1 kB more that was not kept");
  }

  @Test
  void theCountStartsAnewAfterATake() throws IOException {
    out.print("x".repeat(KEPT * 2));
    output.take();
    output.write("again".getBytes(StandardCharsets.UTF_8));
    assertThat(output.take()).isEqualTo("again");
  }
}
