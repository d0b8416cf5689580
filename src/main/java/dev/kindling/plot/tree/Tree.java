package dev.kindling.plot.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A decision tree, ready to be looked at.
 *
 * @param title above it
 * @param root the first question, or the only end
 */
public record Tree(String title, TreeNode root) {

  /** The tree in the characters of a terminal: a line per node, the rows of each to the right. */
  public List<String> lines() {
    List<String> left = new ArrayList<>();
    List<Long> rows = new ArrayList<>();
    add(root, "", "", left, rows);
    int width = left.stream().mapToInt(String::length).max().orElse(0);
    int digits = "%,d".formatted(root.rows()).length();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      lines.add(
          "%s%s  %s rows"
              .formatted(
                  left.get(i),
                  " ".repeat(width - left.get(i).length()),
                  ("%" + digits + "s").formatted("%,d".formatted(rows.get(i)))));
    }
    return lines;
  }

  private static void add(
      TreeNode node, String lead, String indent, List<String> left, List<Long> rows) {
    rows.add(node.rows());
    if (node instanceof TreeNode.Branch branch) {
      left.add(lead + branch.question() + "?");
      add(branch.yes(), indent + "├─ yes: ", indent + "│  ", left, rows);
      add(branch.no(), indent + "└─ no:  ", indent + "   ", left, rows);
    } else {
      left.add(lead + node.words());
    }
  }
}
