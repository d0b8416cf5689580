package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class FluentStageTest {

  private final Given given = new Given(new DataContext(spark(), 1, Path.of("target")));

  private final Dataset<Row> train =
      given.frame(
          """
          id:int | rent:double
          1      | 10.0
          2      | 30.0
          3      | null
          """);

  private final Dataset<Row> test =
      given.frame(
          """
          id:int | rent:double
          12     | null
          11     | 7.0
          """);

  private static Imputer imputer() {
    return new Imputer().setInputCols(new String[] {"rent"}).setOutputCols(new String[] {"full"});
  }

  private static PipelineStage pipeline() {
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              imputer(),
              new VectorAssembler().setInputCols(new String[] {"full"}).setOutputCol("features.all")
            });
  }

  @Test
  void whatAnEstimatorLearnsFromTrainIsSeenOnTest() {
    Table filled = Table.parse("id:int | full:double\n11 | 7.0\n12 | 20.0");
    passes(
        () -> expect(imputer()).fittedOn(train).on(test).columns("id", "full").toHaveRows(filled));
    passes(
        () ->
            expect(imputer())
                .toBeA(Imputer.class)
                .fittedOn(train)
                .toBeA(ImputerModel.class)
                .on(test)
                .as("the filled rows")
                .toHaveRowCount(2));
    passes(
        () ->
            expect(imputer().fit(train))
                .on(test)
                .column("full", "id")
                .toHaveElementsInOrder(List.of(7.0, 20.0)));
  }

  @Test
  void aColumnIsAListOfPlainValues() {
    passes(
        () ->
            expect(pipeline())
                .fittedOn(train)
                .on(test)
                .column("features.all")
                .toHaveElementsInOrder(List.of(List.of(20.0), List.of(7.0))));
    passes(
        () -> expect(train).column("rent").toHaveElementsInOrder(Arrays.asList(10.0, 30.0, null)));
    CheckFailure failure =
        failureOf(
            () ->
                expect(imputer())
                    .fittedOn(test)
                    .on(test)
                    .as("the filled rows")
                    .column("full", "id")
                    .toHaveElementsInOrder(List.of(7.0, 20.0)));
    assertThat(failure.rationale())
        .isEqualTo(
            "In the column 'full' of the filled rows, 20.0 is missing and 7.0 is there too often.");
  }

  @Test
  void aColumnThatIsNotThereFailsTheCheck() {
    CheckFailure failure =
        failureOf(() -> expect(train).as("the rows").columns("id", "full").toHaveRowCount(3));
    assertThat(failure.rationale()).isEqualTo("In the rows, column 'full' is missing.");
    assertThat(failureOf(() -> expect(train).column("x").toHaveElements(List.of())).rationale())
        .isEqualTo("In the result, column 'x' is missing.");
    assertThat(
            failureOf(() -> expect(train).column("rent", "nr").toHaveElements(List.of()))
                .rationale())
        .isEqualTo("In the result, column 'nr' is missing.");
  }

  @Test
  void anEstimatorThatCannotBeFittedIsTheAnswersError() {
    AnswerError error =
        thrownBy(
            () -> expect(imputer().setInputCols(new String[] {"x"})).fittedOn(train).on(test),
            AnswerError.class);
    assertThat(error).hasMessageStartingWith("Computing the fitted model failed: ");
    ImputerModel model = imputer().fit(train);
    assertThat(
            thrownBy(
                () -> expect(model).on(test.drop("rent")).toHaveRowCount(2), AnswerError.class))
        .hasMessageStartingWith("Computing the transformed rows failed: ");
  }

  @Test
  void whatCannotBeFittedOrUsedIsTheAnswersError() {
    assertThat(thrownBy(() -> expect(imputer()).on(test).toHaveRowCount(2), AnswerError.class))
        .hasMessage(
            "Expected the result to be a Transformer, which can transform rows, but it is an Imputer.");
    assertThat(
            thrownBy(
                () -> expect(imputer().fit(train)).as("the stage").fittedOn(train),
                AnswerError.class))
        .hasMessage(
            "Expected the stage to be an Estimator, which can be fitted, but it is an ImputerModel.");
    PipelineStage none = null;
    assertThat(thrownBy(() -> expect(none).fittedOn(train), AnswerError.class))
        .hasMessageEndingWith("but it is null.");
  }

  @Test
  void anEarlierFailureOfTheChainIsToldFirst() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(imputer())
                    .toHaveParam("strategy", "median")
                    .fittedOn(train)
                    .on(test)
                    .toHaveRowCount(99));
    assertThat(failure.rationale())
        .isEqualTo("Expected 'strategy' of the result to be 'median', but it is 'mean'.");
  }

  @Test
  void aChainThatEndsBeforeItComparesIsNoCheck() {
    assertThat(
            thrownBy(() -> expect(imputer()).fittedOn(train).on(test), IllegalStateException.class))
        .hasMessageContaining("has no to… after it")
        .hasMessageContaining("the transformed rows");
  }
}
