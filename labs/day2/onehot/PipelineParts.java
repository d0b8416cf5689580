package day2.onehot;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;

/**
 * The stages of a pipeline, those of pipelines within it included.
 *
 * @param stages in the order in which they work
 */
record PipelineParts(List<PipelineStage> stages) {

  static PipelineParts of(Pipeline pipeline) {
    return new PipelineParts(flat(pipeline).toList());
  }

  private static Stream<PipelineStage> flat(PipelineStage stage) {
    return stage instanceof Pipeline pipeline
        ? Stream.of(pipeline.getStages()).flatMap(PipelineParts::flat)
        : Stream.of(stage);
  }

  <S extends PipelineStage> List<S> all(Class<S> type) {
    return stages.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Columns that an assembler reads although an encoder writes them only later, or the reverse. */
  List<String> encodedTooLate() {
    return stages.stream()
        .filter(stage -> stage instanceof OneHotEncoder)
        .map(stage -> (OneHotEncoder) stage)
        .flatMap(
            encoder -> assemblersBefore(encoder).flatMap(assembler -> shared(assembler, encoder)))
        .distinct()
        .toList();
  }

  private Stream<VectorAssembler> assemblersBefore(OneHotEncoder encoder) {
    return stages.subList(0, stages.indexOf(encoder)).stream()
        .filter(stage -> stage instanceof VectorAssembler)
        .map(stage -> (VectorAssembler) stage);
  }

  private static Stream<String> shared(VectorAssembler assembler, OneHotEncoder encoder) {
    Stream<String> readTooEarly =
        outputs(encoder).filter(List.of(assembler.getInputCols())::contains);
    Stream<String> vectors = inputs(encoder).filter(assembler.getOutputCol()::equals);
    return Stream.concat(readTooEarly, vectors);
  }

  static Stream<String> inputs(OneHotEncoder encoder) {
    return encoder.isSet(encoder.inputCols())
        ? Stream.of(encoder.getInputCols())
        : Stream.of(encoder.getInputCol());
  }

  static Stream<String> outputs(OneHotEncoder encoder) {
    return encoder.isSet(encoder.outputCols())
        ? Stream.of(encoder.getOutputCols())
        : Stream.of(encoder.getOutputCol());
  }

  /** The columns that assemblers read. */
  List<String> assembled() {
    return all(VectorAssembler.class).stream()
        .flatMap(assembler -> Stream.of(assembler.getInputCols()))
        .toList();
  }

  /** Whether an indexer answers invalid values so: error, skip or keep. */
  boolean indexerAnswers(String answer) {
    return all(StringIndexer.class).stream()
        .anyMatch(indexer -> indexer.getHandleInvalid().equals(answer));
  }

  boolean encoderAnswers(String answer) {
    return all(OneHotEncoder.class).stream()
        .anyMatch(encoder -> encoder.getHandleInvalid().equals(answer));
  }

  boolean encoderDropsLast() {
    return all(OneHotEncoder.class).stream().allMatch(OneHotEncoder::getDropLast);
  }

  boolean indexesByFrequency() {
    return all(StringIndexer.class).stream()
        .allMatch(indexer -> indexer.getStringOrderType().equals("frequencyDesc"));
  }
}
