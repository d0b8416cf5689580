package dev.kindling.bench;

import java.util.List;

/**
 * What a bench measured.
 *
 * @param version 1
 * @param lab the lab it used
 * @param cores the machine's processors
 * @param java Java's version
 * @param figures in the order in which they were measured
 */
public record BenchReport(int version, String lab, int cores, String java, List<Figure> figures) {

  public BenchReport {
    figures = List.copyOf(figures);
  }
}
