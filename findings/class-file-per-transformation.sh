#!/usr/bin/env bash
# Spark 4.2.0 reads a class file from its jar and parses it for each transformation of an RDD, before any job runs.
#
# Guessed: what Spark finds out about a lambda of its own (that it has no return statement) it finds out once.
# Seen: each map and each step of a fit reads the whole class file that declares the lambda, and the same one again for the
# next: RDD.class has 186 kB, SparkContext.class 205 kB. A PCA of three rows reads 33 files. In a session of many small
# fits on two cores, a third of all processor time went there.
# What to do: on small data count transformations, not rows.
. "$(dirname "$0")/spark.bash"

seen='100 times map, no job: 100 class files
  100 x JavaPairRDD$.class
PCA of 3 rows: 33 class files
  4 x PairRDDFunctions.class
  7 x RDD.class
  8 x RowMatrix.class
  5 x SparkContext.class
  6 x Statistics$.class'

finding ClassFilePerTransformation <<'JAVA'
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

public class ClassFilePerTransformation {

  /** Loads all that is not Java's own, and counts which class files are read as files. */
  public static final class Counting extends URLClassLoader {

    public static final Map<String, Integer> READ = new TreeMap<>();
    private static volatile boolean counts;

    Counting(URL[] path) {
      super(path, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      InputStream file = super.getResourceAsStream(name);
      if (name.endsWith(".class") && counts) {
        synchronized (READ) {
          READ.merge(name.substring(name.lastIndexOf('/') + 1), 1, Integer::sum);
        }
      }
      return file;
    }
  }

  public static void main(String[] args) throws Exception {
    URL[] path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(ClassFilePerTransformation::url)
            .toArray(URL[]::new);
    Counting loader = new Counting(path);
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("ClassFilePerTransformation$Work")
        .getMethod("run", Map.class, Runnable.class)
        .invoke(null, Counting.READ, (Runnable) () -> Counting.counts = true);
  }

  private static URL url(String file) {
    try {
      return new File(file).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static final class Work {

    public static void run(Map<String, Integer> read, Runnable count) {
      SparkSession spark = SparkSession.builder().getOrCreate();
      JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      JavaRDD<Integer> numbers = context.parallelize(List.of(1, 2, 3), 1);
      Dataset<Row> frame =
          spark.createDataFrame(
              List.of(
                  RowFactory.create(Vectors.dense(1, 2, 4)),
                  RowFactory.create(Vectors.dense(3, 1, 2)),
                  RowFactory.create(Vectors.dense(2, 3, 1))),
              new StructType().add("x", SQLDataTypes.VectorType()));
      PCA pca = new PCA().setInputCol("x").setOutputCol("y").setK(1);
      numbers.map(number -> number + 1);
      pca.fit(frame);

      count.run();
      for (int i = 0; i < 100; i++) {
        numbers.map(number -> number + 1);
      }
      tell("100 times map, no job", read);
      pca.fit(frame);
      tell("PCA of 3 rows", read);
    }

    private static void tell(String what, Map<String, Integer> read) {
      synchronized (read) {
        System.out.println(
            what + ": " + read.values().stream().mapToInt(Integer::intValue).sum() + " class files");
        read.entrySet().stream()
            .filter(file -> file.getValue() > 1)
            .forEach(file -> System.out.println("  " + file.getValue() + " x " + file.getKey()));
        read.clear();
      }
    }
  }
}
JAVA
