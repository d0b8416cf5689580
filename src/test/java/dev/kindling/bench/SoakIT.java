package dev.kindling.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.workbench.SampleCheckout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred and twenty saves in a row under one watch: what the processes hold levels off. */
final class SoakIT {

  private static final int SAVES = 120;

  @Test
  void memoryThreadsAndOpenFilesLevelOff(@TempDir Path root) throws Exception {
    SampleCheckout checkout = new SampleCheckout(root);
    List<SoakSample> samples = new Soak(checkout.home(), text -> {}).run("sample", SAVES);
    assertThat(samples).hasSize(SAVES / 10);
    SoakSample first = samples.get(0);
    SoakSample half = samples.get(samples.size() / 2 - 1);
    SoakSample last = samples.get(samples.size() - 1);
    for (SoakSample sample : List.of(first, half, last)) {
      System.out.println(sample);
    }
    System.out.printf(
        "The last ten saves took %.2f times as long as the first warm ten.%n",
        last.millis() / first.millis());
    assertThat(last.worker().threads()).isLessThanOrEqualTo(half.worker().threads() + 10);
    assertThat(last.worker().openFiles()).isLessThanOrEqualTo(half.worker().openFiles() + 20);
    assertThat(last.worker().residentBytes())
        .isLessThan((long) (half.worker().residentBytes() * 1.25));
    assertThat(last.workbench().threads()).isLessThanOrEqualTo(half.workbench().threads() + 5);
    assertThat(last.workbench().openFiles()).isLessThanOrEqualTo(half.workbench().openFiles() + 10);
    assertThat(last.workbench().residentBytes())
        .isLessThan((long) (half.workbench().residentBytes() * 1.25));
  }
}
