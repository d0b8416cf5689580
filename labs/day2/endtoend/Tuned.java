package day2.endtoend;

import org.apache.spark.ml.PipelineModel;

/**
 * What a search for good settings ends with.
 *
 * @param runId the parent run of the search
 * @param model the best settings, fitted once more
 */
public record Tuned(String runId, PipelineModel model) {}
