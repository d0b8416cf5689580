package dev.kindling.check;

import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * An estimator that does what another one does, and counts how often it is fitted: by a search over
 * a grid, say, which fits a copy for each settings and fold. Copies count together, from any
 * thread. A grid is made of the params of the other one.
 *
 * @param <M> what is learned
 */
public final class CountedFits<M extends Model<M>> extends Estimator<M> {

  // Spark makes estimators serializable; nobody sends this one anywhere.
  private final transient Estimator<M> estimator;
  private final transient LongAdder fits;

  private CountedFits(Estimator<M> estimator, LongAdder fits) {
    this.estimator = estimator;
    this.fits = fits;
  }

  /** Counts from zero. */
  public static <M extends Model<M>> CountedFits<M> of(Estimator<M> estimator) {
    return new CountedFits<>(estimator, new LongAdder());
  }

  /** How often it has been fitted, copies included. */
  public long count() {
    return fits.sum();
  }

  @Override
  public M fit(Dataset<?> rows) {
    fits.increment();
    return estimator.fit(rows);
  }

  @Override
  public CountedFits<M> copy(ParamMap extra) {
    return new CountedFits<>(estimator.copy(extra), fits);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return estimator.transformSchema(schema);
  }

  /** That of the other one: it is what a param of a grid belongs to. */
  @Override
  public String uid() {
    return estimator.uid();
  }
}
