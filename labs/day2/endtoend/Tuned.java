package day2.endtoend;

import org.apache.spark.ml.PipelineModel;

/** The parent run of a search for good settings, and a forest with the best ones, fitted anew. */
public record Tuned(String runId, PipelineModel model) {}
