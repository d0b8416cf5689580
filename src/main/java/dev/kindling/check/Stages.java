package dev.kindling.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;

/** The stages within a stage. */
final class Stages {

  private Stages() {}

  /** The stages of a pipeline as they were set; a stage that is no pipeline has only itself. */
  static List<PipelineStage> outer(PipelineStage stage) {
    if (stage instanceof PipelineModel model) {
      return List.of(model.stages());
    }
    if (stage instanceof Pipeline pipeline) {
      return pipeline.isDefined(pipeline.stages()) ? List.of(pipeline.getStages()) : List.of();
    }
    return List.of(stage);
  }

  /** The same, with the stages of inner pipelines in the place of these. */
  static List<PipelineStage> all(PipelineStage stage) {
    List<PipelineStage> flat = new ArrayList<>();
    for (PipelineStage inner : outer(stage)) {
      if (inner instanceof Pipeline || inner instanceof PipelineModel) {
        flat.addAll(all(inner));
      } else {
        flat.add(inner);
      }
    }
    return flat;
  }
}
