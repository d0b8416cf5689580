package dev.kindling.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a ranking when its first rows, then more and more of them, are called positive.
 */
enum Ranking {
  ROC("A ROC curve", "ROC curve", "false positive rate", "true positive rate", true) {
    @Override
    double[] point(Counts so, Counts all) {
      return new double[] {so.negatives() / all.negatives(), so.positives() / all.positives()};
    }

    @Override
    void start(List<double[]> points, Counts all) {
      points.add(new double[] {0, 0});
    }

    @Override
    void reference(Curve curve, double share) {
      curve.reference("chance", 0, 1);
    }
  },
  PRECISION_RECALL(
      "A precision-recall curve", "Precision-recall curve", "recall", "precision", true) {
    @Override
    double[] point(Counts so, Counts all) {
      return new double[] {so.positives() / all.positives(), so.positives() / so.rows()};
    }

    /** As Spark's: the first precision, at a recall of 0. */
    @Override
    void start(List<double[]> points, Counts first) {
      points.add(new double[] {0, first.positives() / first.rows()});
    }

    @Override
    void reference(Curve curve, double share) {
      curve.reference("chance", share, share);
    }
  },
  LIFT("A lift chart", "Lift", "share of the rows, best first", "lift", false) {
    @Override
    double[] point(Counts so, Counts all) {
      double share = so.rows() / all.rows();
      return new double[] {share, so.positives() / all.positives() / share};
    }

    @Override
    void start(List<double[]> points, Counts first) {
      // A lift of no rows is not defined.
    }

    @Override
    void reference(Curve curve, double share) {
      curve.reference("chance", 1, 1);
    }
  };

  /** How many rows of each class. */
  record Counts(double positives, double rows) {

    double negatives() {
      return rows - positives;
    }

    Counts plus(double morePositives, double moreRows) {
      return new Counts(positives + morePositives, rows + moreRows);
    }
  }

  private final String article;
  private final String title;
  private final String across;
  private final String up;
  private final boolean area;

  Ranking(String article, String title, String across, String up, boolean area) {
    this.article = article;
    this.title = title;
    this.across = across;
    this.up = up;
    this.area = area;
  }

  abstract double[] point(Counts so, Counts all);

  /** Adds the point before the first row, where there is one. */
  abstract void start(List<double[]> points, Counts first);

  /** Draws what a ranking by chance gives; {@code share} is that of the positives. */
  abstract void reference(Curve curve, double share);

  String article() {
    return article;
  }

  String title() {
    return title;
  }

  String across() {
    return across;
  }

  String up() {
    return up;
  }

  /** Whether the area below the curve means something. */
  boolean hasArea() {
    return area;
  }

  /**
   * The points of the curve.
   *
   * @param positives the positive rows at each score, highest score first
   * @param rows all rows at each score
   */
  List<double[]> points(double[] positives, double[] rows) {
    Counts all = new Counts(0, 0);
    for (int i = 0; i < rows.length; i++) {
      all = all.plus(positives[i], rows[i]);
    }
    List<double[]> points = new ArrayList<>();
    start(points, new Counts(positives[0], rows[0]));
    Counts so = new Counts(0, 0);
    for (int i = 0; i < rows.length; i++) {
      so = so.plus(positives[i], rows[i]);
      points.add(point(so, all));
    }
    return points;
  }
}
