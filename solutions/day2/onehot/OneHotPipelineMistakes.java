package day2.onehot;

import dev.kindling.lab.Mistake;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;

/** Wrong pipelines for linear models and for trees. */
final class OneHotPipelineMistakes {

  private OneHotPipelineMistakes() {}

  /** Encodes the text itself. */
  @Mistake(task = 3, diagnosis = "encoder-on-text")
  static final class EncodesText extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      OneHotEncoder encoder =
          new OneHotEncoder()
              .setInputCols(nominal.toArray(String[]::new))
              .setOutputCols(named(nominal, "OHE"));
      return pipeline(encoder, assembler(named(nominal, "OHE"), numeric));
    }
  }

  /** Puts the encoder last. */
  @Mistake(task = 3, diagnosis = "encoder-after-assembler")
  static final class EncodesLast extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          assembler(named(nominal, "OHE"), numeric),
          encoder(nominal));
    }
  }

  /** Encodes the assembled vector. */
  @Mistake(task = 3, diagnosis = "encoder-after-assembler")
  static final class EncodesVector extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          assembler(named(nominal, "Index"), numeric).setOutputCol("indices"),
          new OneHotEncoder().setInputCol("indices").setOutputCol("features"));
    }
  }

  /** Feeds the indices to a linear model. */
  @Mistake(task = 3, diagnosis = "index-as-number")
  static final class AssemblesIndices extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(OneHotMistakes.indexer(nominal), assembler(named(nominal, "Index"), numeric));
    }
  }

  /** Encodes, and then assembles the indices all the same. */
  @Mistake(task = 3, diagnosis = "index-as-number")
  static final class EncodesInVain extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          encoder(nominal),
          assembler(named(nominal, "Index"), numeric));
    }
  }

  /** Skips what is unknown, as the course's notebook does. */
  @Mistake(task = 3, diagnosis = "skip-drops-rows")
  static final class SkipsRows extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal).setHandleInvalid("skip"),
          encoder(nominal).setDropLast(false),
          assembler(named(nominal, "OHE"), numeric));
    }
  }

  /** Leaves the indexer's default. */
  @Mistake(task = 3, diagnosis = "unseen-fails")
  static final class PipelineFails extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal).setHandleInvalid("error"),
          encoder(nominal),
          assembler(named(nominal, "OHE"), numeric));
    }
  }

  /** Wants a slot for everything. */
  @Mistake(task = 3, diagnosis = "drop-last-off")
  static final class DropsNothing extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          encoder(nominal).setDropLast(false),
          assembler(named(nominal, "OHE"), numeric));
    }
  }

  /** Keeps twice. */
  @Mistake(task = 3, diagnosis = "unknown-twice")
  static final class KeepsTwice extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          encoder(nominal).setHandleInvalid("keep"),
          assembler(named(nominal, "OHE"), numeric));
    }
  }

  /** Sorts the levels by name. */
  @Mistake(task = 3, diagnosis = "another-order-of-levels")
  static final class SortsSlots extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal).setStringOrderType("alphabetAsc"),
          encoder(nominal),
          assembler(named(nominal, "OHE"), numeric));
    }
  }

  /** Begins with the numbers. */
  @Mistake(task = 3, diagnosis = "features-out-of-order")
  static final class AssemblesNumbersFirst extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          encoder(nominal),
          assembler(numeric.toArray(String[]::new), List.of(named(nominal, "OHE"))));
    }
  }

  /** Encodes for a tree as for a line. */
  @Mistake(task = 6, diagnosis = "one-hot-for-trees")
  static final class EncodesForTree extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          oneHotPipeline(nominal, numeric), new DecisionTreeRegressor().setLabelCol(label));
    }
  }

  /** Leaves the default number of bins. */
  @Mistake(task = 6, diagnosis = "bins-too-few")
  static final class LeavesBins extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          assembler(named(nominal, "Index"), numeric),
          new DecisionTreeRegressor().setLabelCol(label));
    }
  }

  /** Forgets the unknown category. */
  @Mistake(task = 6, diagnosis = "bins-too-few")
  static final class CountsKnownBins extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          assembler(named(nominal, "Index"), numeric),
          tree(label, mostLevels));
    }
  }

  /** Skips what is unknown. */
  @Mistake(task = 6, diagnosis = "skip-drops-rows")
  static final class SkipsRowsOfTree extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          OneHotMistakes.indexer(nominal).setHandleInvalid("skip"),
          assembler(named(nominal, "Index"), numeric),
          tree(label, mostLevels));
    }
  }

  /** Leaves the indexer's default. */
  @Mistake(task = 6, diagnosis = "unseen-fails")
  static final class FailsInTree extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          OneHotMistakes.indexer(nominal).setHandleInvalid("error"),
          assembler(named(nominal, "Index"), numeric),
          tree(label, mostLevels));
    }
  }

  /** Assembles every number that there is. */
  @Mistake(task = 6, diagnosis = "label-in-features")
  static final class TellsTheLabel extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      List<String> all = Stream.concat(numeric.stream(), Stream.of(label)).toList();
      return super.treePipeline(nominal, all, label, mostLevels);
    }
  }

  /** Sorts the levels by name. */
  @Mistake(task = 6, diagnosis = "another-order-of-levels")
  static final class SortsLevelsOfTree extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          OneHotMistakes.indexer(nominal).setStringOrderType("alphabetAsc"),
          assembler(named(nominal, "Index"), numeric),
          tree(label, mostLevels + 1));
    }
  }

  /** Begins with the numbers. */
  @Mistake(task = 6, diagnosis = "features-out-of-order")
  static final class AssemblesNumbersFirstForTree extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          OneHotMistakes.indexer(nominal),
          assembler(numeric.toArray(String[]::new), List.of(named(nominal, "Index"))),
          tree(label, mostLevels + 1));
    }
  }

  /** Copies the indices, and loses what their metadata say. */
  @Mistake(task = 6, diagnosis = "metadata-lost")
  static final class CopiesIndices extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      String copies =
          String.join(
              ", ",
              nominal.stream().map(c -> "%1$sIndex + 0.0 AS %1$sNumber".formatted(c)).toList());
      return pipeline(
          OneHotMistakes.indexer(nominal),
          new SQLTransformer().setStatement("SELECT *, %s FROM __THIS__".formatted(copies)),
          assembler(named(nominal, "Number"), numeric),
          tree(label, mostLevels + 1));
    }
  }

  private static OneHotEncoder encoder(List<String> nominal) {
    return new OneHotEncoder()
        .setInputCols(named(nominal, "Index"))
        .setOutputCols(named(nominal, "OHE"));
  }

  private static VectorAssembler assembler(String[] first, List<String> then) {
    return new VectorAssembler()
        .setInputCols(Stream.concat(Stream.of(first), then.stream()).toArray(String[]::new))
        .setOutputCol("features");
  }

  private static DecisionTreeRegressor tree(String label, int bins) {
    return new DecisionTreeRegressor().setLabelCol(label).setMaxBins(bins);
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  private static String[] named(List<String> columns, String suffix) {
    return OneHotMistakes.named(columns, suffix);
  }
}
