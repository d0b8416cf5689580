package day2.tracking;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;

/** A fit that ends as a plan that is too deep does: in an Error, which is no Exception. */
final class EndlessFit extends Pipeline {

  static final String SAID = "the plan is too deep";

  @Override
  public PipelineModel fit(Dataset<?> rows) {
    throw new StackOverflowError(SAID);
  }
}
