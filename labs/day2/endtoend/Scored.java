package day2.endtoend;

import org.apache.spark.ml.PipelineModel;

/** A fitted pipeline, and the area under its ROC curve on rows that it has not learned from. */
public record Scored(PipelineModel model, double auc) {}
