package dev.kindling.check;

import dev.kindling.check.compare.CellText;
import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.compare.Same;
import dev.kindling.check.compare.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What a check expects of a pipeline, a model, an estimator or a transformer. */
public final class StageExpectation extends Expectation<StageExpectation, PipelineStage> {

  /** Whether the chain went on to what the stage makes. */
  private boolean used;

  StageExpectation(PipelineStage actual) {
    super(actual);
  }

  /**
   * Fits an estimator and goes on with the model. If it cannot be fitted, the answer has failed.
   *
   * @throws AnswerError if it is no estimator, or fitting fails
   */
  public StageExpectation fittedOn(Dataset<Row> rows) {
    Estimator<?> estimator = use(Estimator.class, "be fitted");
    return new StageExpectation(AnswerCode.compute("the fitted model", () -> estimator.fit(rows)))
        .as("the fitted model");
  }

  /**
   * Transforms rows with a model or a transformer, and goes on with what it makes of them.
   *
   * @throws AnswerError if it is no transformer, or fails
   */
  public FrameExpectation on(Dataset<Row> rows) {
    Transformer transformer = use(Transformer.class, "transform rows");
    return new FrameExpectation(
            AnswerCode.compute("the transformed rows", () -> transformer.transform(rows)))
        .as("the transformed rows");
  }

  private <U> U use(Class<U> type, String ability) {
    used = true;
    CheckScope.current().settle();
    PipelineStage stage = actualOrNull();
    if (stage == null || !type.isInstance(stage)) {
      throw new AnswerError(
          "Expected %s to be %s, which can %s, but it is %s."
              .formatted(
                  subject(),
                  Words.a(type.getSimpleName()),
                  ability,
                  stage == null ? "null" : Words.a(name(stage))),
          null);
    }
    return type.cast(stage);
  }

  @Override
  boolean isJudged() {
    return used || super.isJudged();
  }

  public StageExpectation toBeA(Class<?> type) {
    return judge(
        () ->
            unless(
                type.isInstance(actual()),
                () ->
                    new Mismatch(
                        "Expected %s to be %s, but it is %s."
                            .formatted(
                                subject(), Words.a(type.getSimpleName()), Words.a(name(actual()))),
                        type.getSimpleName(),
                        name(actual()))));
  }

  /** Exactly these stages in this order; stages of an inner pipeline count as its own. */
  public StageExpectation toHaveStages(Class<?>... types) {
    List<Class<?>> expected = List.of(types);
    return judge(
        () ->
            unless(
                fits(expected, Stages.outer(actual())) || fits(expected, Stages.all(actual())),
                () ->
                    stagesMismatch(
                        "Expected the stages of %s to be %s, but they are %s."
                            .formatted(subject(), names(expected), stages()),
                        names(expected))));
  }

  /** At least one stage of this type, at any depth. */
  public StageExpectation toContainStage(Class<?> type) {
    return judge(() -> stageMissing(type));
  }

  /** The first stage of one type comes before the first stage of another. */
  public StageExpectation toHaveStageBefore(Class<?> first, Class<?> then) {
    return judge(
        () ->
            stageMissing(first)
                .or(() -> stageMissing(then))
                .or(
                    () ->
                        unless(
                            indexOf(first) < indexOf(then),
                            () ->
                                stagesMismatch(
                                    "Expected %s before %s in %s, but the stages are %s."
                                        .formatted(
                                            first.getSimpleName(),
                                            then.getSimpleName(),
                                            subject(),
                                            stages()),
                                    names(List.of(first, then))))));
  }

  /** A param is set to this value, or has it by default; arrays are compared by content. */
  public StageExpectation toHaveParam(String param, Object value) {
    return judge(() -> paramMismatch(actual(), subject(), param, value));
  }

  /** The same for the first stage of a type within a pipeline. */
  public StageExpectation toHaveParam(Class<?> stage, String param, Object value) {
    return judge(
        () ->
            stageMissing(stage)
                .or(
                    () ->
                        paramMismatch(
                            Stages.all(actual()).get(indexOf(stage)),
                            "the %s of %s".formatted(stage.getSimpleName(), subject()),
                            param,
                            value)));
  }

  /**
   * A condition.
   *
   * @param what what must hold, such as "no coefficient is zero"
   * @param holds whether it does; if it throws, the stage is at fault
   */
  public StageExpectation toSatisfy(String what, Predicate<? super PipelineStage> holds) {
    return judge(
        () ->
            unless(
                AnswerCode.compute(subject(), () -> holds.test(actual())),
                () -> Mismatch.of("Expected of %s: %s.".formatted(subject(), what))));
  }

  /** The stages with the params that were set, one row each. */
  @Override
  Compared compared() {
    return Compared.value(
        actualOrNull() == null ? null : Stages.described(actual()), Tolerance.DEFAULT);
  }

  private Optional<Mismatch> stageMissing(Class<?> type) {
    return unless(
        indexOf(type) >= 0,
        () ->
            stagesMismatch(
                "Expected %s among the stages of %s, but there is none."
                    .formatted(Words.a(type.getSimpleName()), subject()),
                type.getSimpleName()));
  }

  private Mismatch stagesMismatch(String rationale, String expected) {
    return new Mismatch(rationale, expected, stages());
  }

  private static Optional<Mismatch> paramMismatch(
      PipelineStage stage, String owner, String param, Object value) {
    if (!stage.hasParam(param)) {
      String there =
          Stream.of(stage.params()).map(Param::name).sorted().collect(Collectors.joining(", "));
      return Optional.of(
          new Mismatch(
              "Expected %s to have the param '%s', but %s has none of that name."
                  .formatted(owner, param, Words.a(name(stage))),
              param,
              there));
    }
    Param<?> found = stage.getParam(param);
    Object actual = stage.isDefined(found) ? stage.getOrDefault(found) : null;
    return unless(
        same(value, actual),
        () ->
            new Mismatch(
                "Expected '%s' of %s to be %s, but it is %s."
                    .formatted(
                        param,
                        owner,
                        CellText.quoted(value),
                        actual == null ? "not set" : CellText.quoted(actual)),
                CellText.quoted(value),
                actual == null ? "not set" : CellText.quoted(actual)));
  }

  /** Params know one kind of number each, and a check need not know which. */
  private static boolean same(Object expected, @Nullable Object actual) {
    return (expected instanceof Number one && actual instanceof Number other)
        ? Tolerance.DEFAULT.allows(one.doubleValue(), other.doubleValue())
        : Same.values(expected, actual, Tolerance.DEFAULT);
  }

  private static boolean fits(List<Class<?>> types, List<PipelineStage> stages) {
    return types.size() == stages.size()
        && IntStream.range(0, types.size()).allMatch(i -> types.get(i).isInstance(stages.get(i)));
  }

  private int indexOf(Class<?> type) {
    List<PipelineStage> stages = Stages.all(actual());
    return IntStream.range(0, stages.size())
        .filter(i -> type.isInstance(stages.get(i)))
        .findFirst()
        .orElse(-1);
  }

  private String stages() {
    List<PipelineStage> stages = Stages.all(actual());
    return stages.isEmpty()
        ? "none"
        : stages.stream().map(StageExpectation::name).collect(Collectors.joining(" → "));
  }

  private static String names(List<Class<?>> types) {
    return types.stream().map(Class::getSimpleName).collect(Collectors.joining(" → "));
  }

  private static String name(PipelineStage stage) {
    String name = stage.getClass().getSimpleName();
    return name.isEmpty() ? stage.getClass().getName() : name;
  }
}
