package day2.endtoend;

import org.apache.spark.ml.PipelineModel;

/**
 * A model and how well it does.
 *
 * @param model the fitted pipeline
 * @param auc the area under its ROC curve, on rows that it has not learned from
 */
public record Scored(PipelineModel model, double auc) {}
