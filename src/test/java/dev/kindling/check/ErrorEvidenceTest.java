package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.check.compare.Evidence;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two errors are the same whatever differs from run to run. */
final class ErrorEvidenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (`VectorAssembler$$Lambda$7556/0x00007f83e9cc5570`: (double)) | (`VectorAssembler$$Lambda$91/0x00007f11e9cc5571`: (double))
          (`VectorAssembler$$Lambda/0x00007f83e9cc5570`: (double))      | (`VectorAssembler$$Lambda/0x00007f11e9cc5571`: (double))
          column idf_662792ed864d__output                               | column idf_0a2792ed864d__output
          struct<b_double_VectorAssembler_662792ed864d:double>          | struct<b_double_VectorAssembler_0a2792ed864d:double>
          no param w2v_662792ed864d__vectorSize                         | no param w2v_0a2792ed864d__vectorSize
          cannot resolve price#12L                                      | cannot resolve price#7L
          Task 0 in stage 4.0 failed 1 times: Lost task 0.0 (TID 7)     | Task 1 in stage 9.0 failed 1 times: Lost task 1.0 (TID 31)
          no run at http://127.0.0.1:5000/api                           | no run at http://127.0.0.1:43117/api
          because "<local4>" is null                                    | because "<local7>" is null
          """)
  void whatDiffersFromRunToRunDoesNotCount(String one, String other) {
    assertThat(evidence(one).sameAs(evidence(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A null in price  | A null in rooms
          6 values, not 10 | 6 values, not 11
          price_in_decade  | price_in_facade
          """)
  void whatTheErrorIsAboutCounts(String one, String other) {
    assertThat(evidence(one).sameAs(evidence(other))).isFalse();
  }

  /** An assembler casts whole numbers, and names what it casts after its own id. */
  @Test
  void anAssemblerThatMeetsANullFailsTheSameEachTime() {
    Evidence one = ofNullAmong("rooms", "price");
    Evidence other = ofNullAmong("rooms", "price");
    assertThat(one.sameAs(other)).as("%s%n%s", one, other).isTrue();
    assertThat(one.sameAs(ofNullAmong("price"))).isFalse();
  }

  private static Evidence ofNullAmong(String... columns) {
    Dataset<Row> vectors =
        new VectorAssembler()
            .setInputCols(columns)
            .setOutputCol("features")
            .transform(
                Checking.frame(
                    "rooms INT, price DOUBLE",
                    Checking.rows(RowFactory.create(2, 9.5), RowFactory.create(3, null))));
    return Checking.thrownBy(
            () -> Expect.compute("the vectors", vectors::collectAsList), AnswerError.class)
        .evidence();
  }

  private static Evidence evidence(String message) {
    return ErrorEvidence.of(1, new AnswerError("It failed.", new IllegalStateException(message)));
  }
}
