package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.junit.jupiter.api.Test;

class StageExpectationTest {

  private final Imputer imputer =
      new Imputer()
          .setInputCols(new String[] {"price", "beds"})
          .setOutputCols(new String[] {"price_filled", "beds_filled"})
          .setStrategy("median");
  private final VectorAssembler assembler =
      new VectorAssembler().setInputCols(new String[] {"price_filled"}).setOutputCol("features");
  private final LinearRegression regression = new LinearRegression().setRegParam(0.1);
  private final Pipeline pipeline =
      new Pipeline().setStages(new PipelineStage[] {imputer, assembler, regression});

  @Test
  void aStageIsOfItsClassAndItsSuperclasses() {
    passes(() -> expect(assembler).toBeA(VectorAssembler.class).toBeA(Transformer.class));
    assertThat(
            failureOf(() -> expect(imputer).as("the step").toBeA(ImputerModel.class)).rationale())
        .isEqualTo("Expected the step to be an ImputerModel, but it is an Imputer.");
  }

  @Test
  void stagesAreComparedInOrder() {
    passes(
        () ->
            expect(pipeline)
                .toHaveStages(Imputer.class, VectorAssembler.class, LinearRegression.class));
    CheckFailure failure =
        failureOf(
            () ->
                expect(pipeline)
                    .as("the pipeline")
                    .toHaveStages(VectorAssembler.class, Imputer.class, LinearRegression.class));
    assertThat(failure.expected()).isEqualTo("VectorAssembler → Imputer → LinearRegression");
    assertThat(failure.actual()).isEqualTo("Imputer → VectorAssembler → LinearRegression");
    failureOf(() -> expect(pipeline).toHaveStages(Imputer.class, VectorAssembler.class));
    assertThat(failureOf(() -> expect(new Pipeline()).toHaveStages(Imputer.class)).actual())
        .isEqualTo("none");
  }

  @Test
  void innerPipelinesAreOpened() {
    Pipeline outer = new Pipeline().setStages(new PipelineStage[] {pipeline, new StandardScaler()});
    passes(() -> expect(outer).toHaveStages(Pipeline.class, StandardScaler.class));
    passes(
        () ->
            expect(outer)
                .toHaveStages(
                    Imputer.class,
                    VectorAssembler.class,
                    LinearRegression.class,
                    StandardScaler.class)
                .toContainStage(Imputer.class)
                .toHaveStageBefore(Imputer.class, StandardScaler.class));
  }

  @Test
  void fittedPipelinesHaveModelsAsStages() {
    PipelineModel model =
        new Pipeline()
            .setStages(new PipelineStage[] {imputer, assembler})
            .fit(spark().sql("select 1.0D as price, 2.0D as beds"));
    passes(
        () ->
            expect(model)
                .toHaveStages(ImputerModel.class, VectorAssembler.class)
                .toHaveParam(ImputerModel.class, "strategy", "median"));
  }

  @Test
  void aConditionMayLookIntoTheStage() {
    passes(() -> expect(pipeline).toSatisfy("it has a uid", stage -> !stage.uid().isEmpty()));
    assertThat(
            failureOf(() -> expect(imputer).toSatisfy("two params", s -> s.params().length == 2))
                .rationale())
        .isEqualTo("Expected of the result: two params.");
  }

  @Test
  void aMissingStageAndAWrongOrderAreNamed() {
    passes(() -> expect(pipeline).toHaveStageBefore(Imputer.class, LinearRegression.class));
    assertThat(failureOf(() -> expect(pipeline).toContainStage(StandardScaler.class)).rationale())
        .isEqualTo("Expected a StandardScaler among the stages of the result, but there is none.");
    assertThat(
            failureOf(
                    () -> expect(pipeline).toHaveStageBefore(LinearRegression.class, Imputer.class))
                .rationale())
        .isEqualTo(
            "Expected LinearRegression before Imputer in the result, but the stages are Imputer → VectorAssembler → LinearRegression.");
    failureOf(() -> expect(pipeline).toHaveStageBefore(StandardScaler.class, Imputer.class));
  }

  @Test
  void paramsCountWhetherSetOrDefault() {
    passes(
        () ->
            expect(imputer)
                .toHaveParam("inputCols", new String[] {"price", "beds"})
                .toHaveParam("strategy", "median"));
    passes(() -> expect(regression).toHaveParam("regParam", 0.1).toHaveParam("maxIter", 100));
    passes(() -> expect(regression).toHaveParam("maxIter", 100.0));
    passes(() -> expect(pipeline).toHaveParam(LinearRegression.class, "regParam", 0.1));
    CheckFailure failure =
        failureOf(
            () ->
                expect(imputer).as("the imputer").toHaveParam("inputCols", new String[] {"price"}));
    assertThat(failure.rationale())
        .isEqualTo("Expected 'inputCols' of the imputer to be [price], but it is [price, beds].");
    assertThat(
            failureOf(() -> expect(new Imputer()).toHaveParam("inputCols", new String[0])).actual())
        .isEqualTo("not set");
    assertThat(failureOf(() -> expect(imputer).toHaveParam("regParam", 1)).rationale())
        .isEqualTo(
            "Expected the result to have the param 'regParam', but an Imputer has none of that name.");
  }
}
