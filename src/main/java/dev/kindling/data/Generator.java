package dev.kindling.data;

import java.util.List;

/**
 * A recipe that makes a dataset and the truth planted in it, in plain Java, the same for the same
 * seed on every machine and JDK.
 *
 * <p>A generator is a public class with a public constructor without arguments, in a package of its
 * own below this one ({@code dev.kindling.data.listings}); {@link Generators} finds it there. The
 * cache notices a change of any class in that package, so there is no version to keep.
 *
 * @param <T> the truth: what was planted
 */
public interface Generator<T> {

  /** The name of the dataset and of its folder below {@code datasets/}, in small letters. */
  String name();

  /** Makes the frames and the truth of a seed. Must not use Spark, files or the clock. */
  Generated<T> generate(long seed);

  /**
   * The files to commit as a sample, made from what {@link #generate} returned: unless a generator
   * says otherwise, its first frame as CSV.
   */
  default List<SampleFile> samples(Generated<T> made) {
    return List.of(new SampleFile(name() + ".csv", Csv.text(made.frames().get(0).table())));
  }
}
