package dev.kindling.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.TestSpark;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.Bin;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Frequency;
import dev.kindling.profile.report.ProfileSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** What does not fit: samples, sketches, the second pass, and the number of jobs. */
final class LargeFrameTest {

  private static final int ROWS = 60_000;

  /** The values 0 to 59,999 in an order that has nothing to do with them. */
  private static Dataset<Row> large(int partitions) {
    return TestSpark.session()
        .range(0, ROWS, 1, partitions)
        .selectExpr(
            "(id * 7919) % 60000 as id",
            "cast((id * 7919) % 60000 as double) as size",
            "concat('text ', id div 2) as pairs",
            "if(id % 10 = 0, 'often', concat('rare ', id)) as often",
            "cast(id % 5 as int) as five");
  }

  @Test
  void distinctValuesAreCountedExactlyHoweverManyThereAre() {
    Profile profile = Profile.of(large(4));

    assertThat(profile.columns())
        .extracting(ColumnProfile::distinct)
        .containsExactly(60_000L, 60_000L, 30_000L, 54_001L, 5L);
    assertThat(profile.alerts(AlertType.UNIQUE))
        .extracting(Alert::column)
        .containsExactly("id", "size");
    assertThat(profile.overview().duplicateRows()).isZero();
    assertThat(profile.column("id").frequenciesComplete()).isFalse();
  }

  @Test
  void aValueThatIsFrequentAmongManyIsFoundAndCountedInAllRows() {
    assertThat(Profile.of(large(4)).column("often").mostFrequent())
        .startsWith(new Frequency("often", 6000, 0.1));
  }

  @Test
  void histogramsCountAllRows() {
    assertThat(Profile.of(large(4)).column("size").histogram())
        .hasSize(20)
        .extracting(Bin::count)
        .containsOnly(3000L);
  }

  @Test
  void quantilesAreWithinTheBoundThatTheReportStates() {
    Profile profile = Profile.of(large(4));
    var quantiles = profile.column("size").numbers().quantiles();

    assertThat(quantiles.rankError()).isBetween(1e-6, 1e-3);
    assertThat((quantiles.q50() + 1) / ROWS).isCloseTo(0.5, within(quantiles.rankError()));
    assertThat((quantiles.q95() + 1) / ROWS).isCloseTo(0.95, within(quantiles.rankError()));
    assertThat(profile.basis().quantileRankError()).isEqualTo(quantiles.rankError());
    assertThat(profile.basis().notes()).anyMatch(note -> note.contains("approximate within ±0."));
  }

  /** Ranks of a permutation and of itself: the sample cannot miss it. Of noise: 4 / √10,000. */
  @Test
  void aSampleIsToldAndTellsAboutTheWhole() {
    Profile profile = Profile.of(large(4));

    assertThat(profile.basis().sampled()).isTrue();
    assertThat(profile.basis().sampleRows()).isEqualTo(10_000);
    assertThat(profile.basis().notes())
        .anyMatch(note -> note.contains("a random sample of 10,000 of the 60,000 rows (seed 42)"));
    assertThat(profile.correlations().spearman().sampled()).isTrue();
    assertThat(profile.correlations().pearson().sampled()).isFalse();
    assertThat(profile.correlations().spearman().of("id", "size")).isCloseTo(1, within(1e-9));
    assertThat(profile.correlations().spearman().of("id", "five")).isCloseTo(0, within(0.04));
  }

  @Test
  void aSmallFrameIsNotSampledAndSaysSo() {
    Profile profile = Profile.of(large(4).limit(500));

    assertThat(profile.basis().sampled()).isFalse();
    assertThat(profile.basis().notes())
        .contains(
            "Quantiles are exact.", "Spearman's correlation and Cramér's V are from all rows.");
  }

  @Test
  void theSameFrameGivesTheSameReport() {
    assertThat(Profile.of(large(4)).toJson()).isEqualTo(Profile.of(large(4)).toJson());
  }

  @Test
  void manyPartitionsComeToTheSame() {
    Profile few = Profile.of(large(3));
    Profile many = Profile.of(large(50));

    assertThat(many.overview()).isEqualTo(few.overview());
    assertThat(many.column("often")).isEqualTo(few.column("often"));
    assertThat(many.column("size").numbers().std())
        .isCloseTo(few.column("size").numbers().std(), within(1e-6));
  }

  @Test
  void theNumberOfJobsDoesNotDependOnTheNumberOfColumns() throws Exception {
    Dataset<Row> narrow = large(4).limit(4000).localCheckpoint();
    Dataset<Row> wide =
        narrow.select(
            IntStream.range(0, 30)
                .mapToObj(i -> functions.col(narrow.columns()[i % 5]).as("c" + i))
                .toArray(org.apache.spark.sql.Column[]::new));

    assertThat(wide.columns()).hasSize(30);
    assertThat(JobListener.jobs(() -> Profile.of(narrow))).isEqualTo(2);
    assertThat(JobListener.jobs(() -> Profile.of(wide))).isEqualTo(2);
    assertThat(
            JobListener.jobs(
                () -> Profile.of(wide, ProfileSettings.defaults().withTimeColumn("c0"))))
        .isEqualTo(3);
    assertThat(JobListener.jobs(() -> Profile.of(large(40)))).isEqualTo(2);
    Dataset<Row> none = narrow.filter("id < 0");
    assertThat(JobListener.jobs(() -> Profile.of(none))).as("without rows").isEqualTo(1);
  }

  /** The control: the listener does see a job per column. */
  @Test
  void aProfileColumnByColumnWouldStartManyJobs() throws Exception {
    Dataset<Row> narrow = large(4).limit(100).localCheckpoint();
    List<String> columns = Arrays.asList(narrow.columns());

    assertThat(
            JobListener.jobs(
                () -> columns.stream().map(c -> narrow.agg(functions.max(c)).first()).toList()))
        .isEqualTo(5);
  }
}
