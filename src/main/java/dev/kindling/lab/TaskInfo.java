package dev.kindling.lab;

import java.util.List;

/**
 * A task as its contract declares it.
 *
 * @param number from 1 without gaps
 * @param title an imperative without a full stop
 * @param points the points of all its checks together
 * @param hints three rungs, vague to concrete
 * @param after the tasks that must pass first
 * @param method the contract's method
 */
public record TaskInfo(
    int number,
    String title,
    double points,
    List<String> hints,
    List<Integer> after,
    String method) {

  public TaskInfo {
    hints = List.copyOf(hints);
    after = List.copyOf(after);
  }
}
