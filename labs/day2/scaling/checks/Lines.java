package day2.scaling.checks;

import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Linear regressions to read coefficients from. */
final class Lines {

  private Lines() {}

  /** Fits a regression on columns as they are. */
  static PipelineModel fit(Dataset<Row> train, List<String> columns, String label) {
    return fit(assembler(columns, "features"), regression(label)).fit(train);
  }

  /** Fits a regression on scaled columns. */
  static PipelineModel fit(
      Dataset<Row> train, List<String> columns, String label, StandardScaler scaler) {
    return fit(
            assembler(columns, "columns"),
            scaler.setInputCol("columns").setOutputCol("features"),
            regression(label))
        .fit(train);
  }

  /** The columns that a model reads, in the order of its coefficients. */
  static List<String> columns(PipelineModel model) {
    return List.of(((VectorAssembler) model.stages()[0]).getInputCols());
  }

  private static VectorAssembler assembler(List<String> columns, String output) {
    return new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol(output);
  }

  private static LinearRegression regression(String label) {
    return new LinearRegression().setLabelCol(label);
  }

  private static Pipeline fit(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  /**
   * What a model has learned, whatever is inside it: the prediction for a row of zeros, and then by
   * how much a 1 alone raises it, for each column.
   */
  static double[] asked(Given given, PipelineModel model) {
    List<String> columns = columns(model);
    TableBuilder rows =
        Table.builder(
            Stream.concat(Stream.of("probe:int"), columns.stream().map(c -> c + ":double"))
                .toArray(String[]::new));
    for (int probe = 0; probe <= columns.size(); probe++) {
      List<Object> cells = new ArrayList<>(List.of(probe));
      for (int i = 1; i <= columns.size(); i++) {
        cells.add(i == probe ? 1.0 : 0.0);
      }
      rows.row(cells.toArray());
    }
    double[] answers =
        model.transform(given.frame(rows.build())).orderBy("probe").collectAsList().stream()
            .mapToDouble(row -> row.getAs("prediction"))
            .toArray();
    for (int i = 1; i < answers.length; i++) {
      answers[i] -= answers[0];
    }
    return answers;
  }
}
