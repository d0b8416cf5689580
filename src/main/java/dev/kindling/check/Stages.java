package dev.kindling.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;

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

  /**
   * Each stage as its type and the params that were set, by name. Names of columns that Spark made
   * up from a stage's id differ with each stage, so they count as not set.
   */
  static List<Object> described(PipelineStage stage) {
    List<Object> described = new ArrayList<>();
    for (PipelineStage inner : all(stage)) {
      Map<String, Object> params = new TreeMap<>();
      for (Param<?> param : inner.params()) {
        if (inner.isSet(param) && !param.name().equals("stages")) {
          Object value = inner.getOrDefault(param);
          if (!String.valueOf(value).contains(inner.uid())) {
            params.put(param.name(), value instanceof PipelineStage ? value.getClass() : value);
          }
        }
      }
      described.add(List.of(inner.getClass().getName(), params));
    }
    return described;
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
