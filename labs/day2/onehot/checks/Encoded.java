package day2.onehot.checks;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;

/**
 * Levels as slots, with a model behind them: no slot for the last level, or one for the unknown.
 */
final class Encoded {

  private Encoded() {}

  static Pipeline pipeline(
      List<String> nominal, List<String> numeric, boolean keepsUnknown, PipelineStage model) {
    String[] indices = named(nominal, "Index");
    String[] vectors = named(nominal, "OHE");
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new StringIndexer()
                  .setInputCols(nominal.toArray(String[]::new))
                  .setOutputCols(indices)
                  .setHandleInvalid(keepsUnknown ? "keep" : "error"),
              new OneHotEncoder()
                  .setInputCols(indices)
                  .setOutputCols(vectors)
                  .setDropLast(!keepsUnknown),
              new VectorAssembler()
                  .setInputCols(
                      Stream.concat(Stream.of(vectors), numeric.stream()).toArray(String[]::new))
                  .setOutputCol("features"),
              model
            });
  }

  static String[] named(List<String> columns, String suffix) {
    return columns.stream().map(column -> column + suffix).toArray(String[]::new);
  }
}
