package dev.kindling.plot.tree;

import java.util.List;

/** A node of a decision tree. */
public sealed interface TreeNode {

  /** What is predicted for the rows that come here, such as {@code walk} or {@code 12.5}. */
  String prediction();

  /** How sure that is, such as {@code 92 %}; empty where nothing is to be said. */
  String share();

  /** How many rows of the training data came here. */
  long rows();

  /** How impure they are: Gini, entropy or variance, as the tree was grown. */
  double impurity();

  /**
   * Where rows part.
   *
   * @param question what is asked, such as {@code hour <= 8.5}
   * @param gain by how much the impurity falls
   * @param yes where the rows go for which it is true
   * @param no where the others go
   */
  record Branch(
      String question,
      String prediction,
      String share,
      long rows,
      double impurity,
      double gain,
      TreeNode yes,
      TreeNode no)
      implements TreeNode {}

  /** An end. */
  record Leaf(String prediction, String share, long rows, double impurity) implements TreeNode {}

  /**
   * A node whose branches are not drawn.
   *
   * @param hidden how many nodes there are below it
   */
  record Cut(String prediction, String share, long rows, double impurity, int hidden)
      implements TreeNode {}

  /** The two nodes below a branch, yes first; of another node none. */
  default List<TreeNode> below() {
    return this instanceof Branch branch ? List.of(branch.yes(), branch.no()) : List.of();
  }

  /** How many ends there are below it, itself if it is one. */
  default int ends() {
    return below().isEmpty() ? 1 : below().stream().mapToInt(TreeNode::ends).sum();
  }

  /** How many questions the longest way down asks. */
  default int depth() {
    return below().stream().mapToInt(node -> node.depth() + 1).max().orElse(0);
  }

  /** What there is to read at an end. */
  default String words() {
    String words = prediction() + (share().isEmpty() ? "" : " (" + share() + ")");
    return this instanceof Cut cut ? words + " … %,d more nodes".formatted(cut.hidden()) : words;
  }
}
