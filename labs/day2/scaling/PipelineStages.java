package day2.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.MaxAbsScaler;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.RobustScaler;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.param.Param;

/**
 * A look into an unfitted pipeline that ends in {@code KMeans}.
 *
 * @param stages all stages in order, those of inner pipelines too
 */
record PipelineStages(List<PipelineStage> stages) {

  private static final List<Class<? extends PipelineStage>> SCALERS =
      List.of(StandardScaler.class, MinMaxScaler.class, MaxAbsScaler.class, RobustScaler.class);

  static PipelineStages of(Pipeline pipeline) {
    List<PipelineStage> stages = new ArrayList<>();
    for (PipelineStage stage : pipeline.getStages()) {
      if (stage instanceof Pipeline inner) {
        stages.addAll(of(inner).stages());
      } else {
        stages.add(stage);
      }
    }
    return new PipelineStages(List.copyOf(stages));
  }

  /** Where the first scaler of columns is, if there is one. */
  Optional<Integer> scaler() {
    return places(SCALERS).stream().findFirst();
  }

  Optional<Integer> normalizer() {
    return places(List.of(Normalizer.class)).stream().findFirst();
  }

  Optional<Integer> kMeans() {
    return places(List.of(KMeans.class)).stream().findFirst();
  }

  /** The column that KMeans reads. */
  String groupedBy() {
    return ((KMeans) stages.get(kMeans().orElseThrow())).getFeaturesCol();
  }

  /** The column that the scaler writes. */
  String scaledColumn() {
    PipelineStage scaler = stages.get(scaler().orElseThrow());
    Param<Object> output = scaler.getParam("outputCol");
    return (String) scaler.getOrDefault(output);
  }

  private List<Integer> places(List<Class<? extends PipelineStage>> types) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      PipelineStage stage = stages.get(i);
      if (types.stream().anyMatch(type -> type.isInstance(stage))) {
        places.add(i);
      }
    }
    return places;
  }
}
