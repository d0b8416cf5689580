package dev.kindling.plot.page;

import static j2html.TagCreator.each;

import dev.kindling.plot.tree.Tree;
import dev.kindling.plot.tree.TreeNode;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** Draws a tree as SVG: ends side by side, each question above the middle of what it parts. */
final class TreeDrawing {

  private static final double BOX = 132;
  private static final double GAP = 14;
  private static final double HIGH = 52;
  private static final double STEP = 96;
  private static final double EDGE = 12;
  private static final int LETTERS = 20;

  private final Tree tree;
  private final List<DomContent> edges = new ArrayList<>();
  private final List<DomContent> boxes = new ArrayList<>();
  private int ends;

  TreeDrawing(Tree tree) {
    this.tree = tree;
  }

  ContainerTag<?> draw() {
    place(tree.root(), 0);
    double width = 2 * EDGE + tree.root().ends() * (BOX + GAP) - GAP;
    double height = 2 * EDGE + tree.root().depth() * STEP + HIGH;
    // Not larger than life: a tree of two nodes does not fill a screen.
    return Svg.element("svg")
        .attr("viewBox", "0 0 %s %s".formatted(Svg.decimal(width), Svg.decimal(height)))
        .attr("width", Svg.decimal(width))
        .attr("height", Svg.decimal(height))
        .attr("role", "img")
        .attr("aria-labelledby", "tree-title tree-desc")
        .with(
            Svg.hint(tree.title()).attr("id", "tree-title"),
            Svg.element("desc")
                .attr("id", "tree-desc")
                .withText(Svg.clean(String.join("\n", tree.lines()))),
            each(edges, edge -> edge),
            each(boxes, box -> box));
  }

  /** Draws a node and what is below it, and gives the middle of its box. */
  private double place(TreeNode node, int level) {
    double top = EDGE + level * STEP;
    List<Double> below = new ArrayList<>();
    for (TreeNode child : node.below()) {
      below.add(place(child, level + 1));
    }
    double middle =
        below.isEmpty()
            ? EDGE + BOX / 2 + ends++ * (BOX + GAP)
            : (below.get(0) + below.get(below.size() - 1)) / 2;
    for (int i = 0; i < below.size(); i++) {
      edges.add(Svg.line(middle, top + HIGH, below.get(i), top + STEP, "edge"));
      edges.add(
          Svg.words(
              (middle + below.get(i)) / 2 + (i == 0 ? -6 : 6),
              top + (HIGH + STEP) / 2,
              i == 0 ? "end" : "start",
              i == 0 ? "yes" : "no"));
    }
    box(node, middle, top);
    return middle;
  }

  private void box(TreeNode node, double middle, double top) {
    boolean end = node.below().isEmpty();
    String first = node instanceof TreeNode.Branch branch ? branch.question() : node.prediction();
    boxes.add(
        Svg.rect(middle - BOX / 2, top, BOX, HIGH, end ? "node end" : "node")
            .attr("rx", "6")
            .with(Svg.hint(hint(node))));
    boxes.add(Svg.words(middle, top + 21, "middle", cut(first)).attr("class", "question"));
    boxes.add(Svg.words(middle, top + 40, "middle", cut(second(node))));
  }

  private static String second(TreeNode node) {
    String rows = "%,d rows".formatted(node.rows());
    if (node instanceof TreeNode.Cut cut) {
      return "%s … %,d more".formatted(rows, cut.hidden());
    }
    return node.below().isEmpty() && !node.share().isEmpty() ? node.share() + " of " + rows : rows;
  }

  private static String hint(TreeNode node) {
    String common =
        "%s, %,d rows, impurity %.4f".formatted(node.words(), node.rows(), node.impurity());
    return node instanceof TreeNode.Branch branch
        ? "%s? Otherwise %s, gain %.4f".formatted(branch.question(), common, branch.gain())
        : common;
  }

  private static String cut(String text) {
    return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
  }
}
