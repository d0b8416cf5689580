package dev.kindling.plot;

import dev.kindling.plot.tree.Tree;
import dev.kindling.plot.tree.TreeNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.tree.CategoricalSplit;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.ml.tree.Split;

/**
 * A picture of a decision tree that Spark has learned, still to be made. No Spark job.
 *
 * <pre>{@code
 * Tree tree =
 *     TreePicture.of(model, List.of("hour", "weather"))
 *         .labels("bus", "bike")
 *         .levels("weather", "sunny", "rainy")
 *         .tree();
 * }</pre>
 *
 * <p>A tree of a forest or of a boosted model is one of its {@code trees()}. Immutable: each
 * setting gives another picture.
 */
public final class TreePicture {

  private static final int DEPTH = 5;

  private final Node root;
  private final boolean classes;
  private final List<String> features;
  private final List<String> labels;
  private final Map<String, List<String>> levels;
  private final int depth;
  private final String title;

  private TreePicture(
      Node root,
      boolean classes,
      List<String> features,
      List<String> labels,
      Map<String, List<String>> levels,
      int depth,
      String title) {
    this.root = root;
    this.classes = classes;
    this.features = List.copyOf(features);
    this.labels = List.copyOf(labels);
    this.levels = Map.copyOf(levels);
    this.depth = depth;
    this.title = title;
  }

  /**
   * A picture of a tree that predicts classes.
   *
   * @param features the names of the features, in the order of the assembler
   * @throws IllegalArgumentException when there are not as many as the model has
   */
  public static TreePicture of(DecisionTreeClassificationModel model, List<String> features) {
    return of(model.rootNode(), true, model.numFeatures(), features);
  }

  /** The same for a tree that predicts numbers. */
  public static TreePicture of(DecisionTreeRegressionModel model, List<String> features) {
    return of(model.rootNode(), false, model.numFeatures(), features);
  }

  private static TreePicture of(Node root, boolean classes, int count, List<String> features) {
    if (features.size() != count) {
      throw new IllegalArgumentException(
          "The tree has %d features, and there are names for %d. Give the assembler's input columns; a vector among them has a name per element."
              .formatted(count, features.size()));
    }
    return new TreePicture(root, classes, features, List.of(), Map.of(), DEPTH, "Decision tree");
  }

  /** The names of the classes, in the order of their indices. */
  public TreePicture labels(String... names) {
    return new TreePicture(root, classes, features, List.of(names), levels, depth, title);
  }

  /** The names of a categorical feature's values, in the order of their indices. */
  public TreePicture levels(String feature, String... names) {
    Map<String, List<String>> more = new HashMap<>(levels);
    more.put(feature, List.of(names));
    return new TreePicture(root, classes, features, labels, more, depth, title);
  }

  /** How many questions are drawn on the way down at most; five unless told otherwise. */
  public TreePicture depth(int most) {
    return new TreePicture(root, classes, features, labels, levels, most, title);
  }

  public TreePicture title(String text) {
    return new TreePicture(root, classes, features, labels, levels, depth, text);
  }

  /** The picture. */
  public Tree tree() {
    return new Tree(title, node(root, depth));
  }

  private TreeNode node(Node node, int left) {
    String prediction = prediction(node.prediction());
    String share = share(node);
    long rows = node.impurityStats().rawCount();
    if (!(node instanceof InternalNode inner)) {
      return new TreeNode.Leaf(prediction, share, rows, node.impurity());
    }
    if (left <= 0) {
      return new TreeNode.Cut(prediction, share, rows, node.impurity(), inner.numDescendants());
    }
    return new TreeNode.Branch(
        question(inner.split()),
        prediction,
        share,
        rows,
        inner.impurity(),
        inner.gain(),
        node(inner.leftChild(), left - 1),
        node(inner.rightChild(), left - 1));
  }

  private String prediction(double value) {
    if (classes && value >= 0 && value < labels.size()) {
      return labels.get((int) value);
    }
    return number(value);
  }

  /** The share of the rows, by their weights, that have the class that is predicted. */
  private String share(Node node) {
    double all = node.impurityStats().count();
    if (!classes || all == 0) {
      return "";
    }
    return "%.0f %%".formatted(100 * node.impurityStats().stats()[(int) node.prediction()] / all);
  }

  private String question(Split split) {
    String feature = features.get(split.featureIndex());
    if (split instanceof CategoricalSplit categories) {
      return feature
          + " in "
          + Arrays.stream(categories.leftCategories())
              .mapToObj(level -> level(feature, level))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    return feature + " <= " + number(((ContinuousSplit) split).threshold());
  }

  private String level(String feature, double index) {
    List<String> names = levels.getOrDefault(feature, List.of());
    return index < names.size() ? names.get((int) index) : number(index);
  }

  /** Four significant digits are enough to look at. */
  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return "%,d".formatted((long) value);
    }
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(4))
        .stripTrailingZeros()
        .toPlainString();
  }
}
