package dev.kindling.profile.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.profile.stat.ValueCounts.Counted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counts, samples and hashes. */
final class KeptTest {

  @Test
  void valuesAreCountedMostFrequentFirst() {
    ValueCounts counts = new ValueCounts();
    List.of("b", "a", "c", "b", "a", "b").forEach(counts::add);

    assertThat(counts.distinct()).isEqualTo(3);
    assertThat(counts.byFrequency())
        .containsExactly(new Counted("b", 3), new Counted("a", 2), new Counted("c", 1));
  }

  @Test
  void tooManyDifferentValuesAreGivenUpAlsoInMerging() {
    ValueCounts left = counts(0, ValueCounts.MOST);
    ValueCounts right = counts(1, ValueCounts.MOST + 1);

    assertThat(left.complete()).isTrue();
    left.merge(right);
    assertThat(left.complete()).isFalse();
    ValueCounts fresh = new ValueCounts();
    fresh.merge(left);
    fresh.add(1L);
    assertThat(fresh.complete()).isFalse();
  }

  private static ValueCounts counts(long from, long to) {
    ValueCounts counts = new ValueCounts();
    for (long i = from; i < to; i++) {
      counts.add(i);
    }
    return counts;
  }

  /** Rows of the second part are a quarter; 4 standard deviations of 1,000 draws are .055. */
  @Test
  void everyRowIsAsLikelyToBeSampled() {
    RowSample sample = new RowSample(1000, 3, 0);
    RowSample other = new RowSample(1000, 3, 1);
    for (int i = 0; i < 30_000; i++) {
      sample.offer(new Object[] {"first"});
    }
    for (int i = 0; i < 10_000; i++) {
      other.offer(new Object[] {"second"});
    }
    sample.merge(other);

    assertThat(sample.rows()).hasSize(1000);
    assertThat(sample.rows().stream().filter(row -> row[0].equals("second")).count() / 1000.0)
        .isCloseTo(0.25, within(0.055));
  }

  @Test
  void fewRowsAllStay() {
    RowSample sample = new RowSample(10, 3, 0);
    Object[] reused = new Object[1];
    for (int i = 0; i < 5; i++) {
      reused[0] = i;
      sample.offer(reused);
    }

    assertThat(sample.rows()).extracting(row -> row[0]).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void differentValuesHaveDifferentHashes() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      hashes.add(Hash64.of("text " + i));
      hashes.add(Hash64.of((double) i));
    }

    assertThat(hashes).hasSize(400_000);
    assertThat(Hash64.of("ab")).isNotEqualTo(Hash64.of("ba"));
    assertThat(Hash64.of("")).isNotEqualTo(Hash64.of("\0"));
    assertThat(Hash64.of(5L)).isEqualTo(Hash64.of(5L));
  }
}
