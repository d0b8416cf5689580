package day2.profiling;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about alerts and reports. */
final class ProfilingAlertMistakes {

  private ProfilingAlertMistakes() {}

  /** The right alerts, some of them changed. */
  private abstract static class Changing extends ProfilingSolution {

    abstract void change(Figures column, List<String> alerts);

    @Override
    public List<Finding> findAlerts(List<Figures> columns) {
      Map<String, List<String>> right =
          super.findAlerts(columns).stream()
              .collect(
                  Collectors.groupingBy(
                      Finding::column,
                      Collectors.mapping(Finding::alert, Collectors.toCollection(ArrayList::new))));
      List<Finding> findings = new ArrayList<>();
      for (Figures column : columns) {
        List<String> alerts = right.getOrDefault(column.column(), new ArrayList<>());
        change(column, alerts);
        alerts.forEach(alert -> findings.add(new Finding(alert, column.column())));
      }
      return findings;
    }

    static void set(List<String> alerts, String alert, boolean raised) {
      alerts.remove(alert);
      if (raised) {
        alerts.add(alert);
      }
    }
  }

  /** Forgets that skewness has a sign. */
  @Mistake(task = 6, diagnosis = "sign-of-skewness")
  static final class SeesTheRightTail extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      set(alerts, "SKEWED", column.skewness() != null && column.skewness() > 20);
    }
  }

  /** Compares with the values, not with the rows. */
  @Mistake(task = 6, diagnosis = "unique-despite-gaps")
  static final class UniqueAmongValues extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      long values = column.rows() - column.missing();
      set(alerts, "UNIQUE", values > 1 && column.distinct() == values);
    }
  }

  /** Includes the limits. */
  @Mistake(task = 6, diagnosis = "limits-included")
  static final class IncludesLimits extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      boolean told = column.missing() < column.rows();
      set(alerts, "MISSING", told && column.missing() >= 0.01 * column.rows());
      set(alerts, "ZEROS", told && column.zeros() >= 0.01 * column.rows());
      set(alerts, "SKEWED", column.skewness() != null && Math.abs(column.skewness()) >= 20);
    }
  }

  /** Takes the largest share for the imbalance. */
  @Mistake(task = 6, diagnosis = "imbalance-by-share")
  static final class LooksAtTheLargest extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      double values = column.rows() - column.missing();
      double largest =
          column.frequencies().stream().mapToLong(Long::longValue).max().orElse(0) / values;
      set(alerts, "IMBALANCE", !column.dates() && column.frequencies().size() > 1 && largest > 0.5);
    }
  }

  /** Imbalance by another formula. */
  private abstract static class Balancing extends Changing {

    abstract double imbalance(Figures column, List<Double> shares);

    double total(Figures column) {
      return column.rows() - column.missing();
    }

    @Override
    void change(Figures column, List<String> alerts) {
      List<Double> shares =
          column.frequencies().stream().map(frequency -> frequency / total(column)).toList();
      boolean judged = !column.dates() && shares.size() > 1;
      set(alerts, "IMBALANCE", judged && imbalance(column, shares) > 0.5);
    }

    static double entropy(List<Double> shares) {
      return -shares.stream().mapToDouble(share -> share * Math.log(share)).sum();
    }
  }

  /** Does not divide by the entropy of equal shares. */
  @Mistake(task = 6, diagnosis = "entropy-not-divided")
  static final class TakesTheBareEntropy extends Balancing {
    @Override
    double imbalance(Figures column, List<Double> shares) {
      return 1 - entropy(shares);
    }
  }

  /** Measures in bits, which is right for two values only. */
  @Mistake(task = 6, diagnosis = "entropy-not-divided")
  static final class MeasuresInBits extends Balancing {
    @Override
    double imbalance(Figures column, List<Double> shares) {
      return 1 - entropy(shares) / Math.log(2);
    }
  }

  /** Takes shares of all rows, missing ones too. */
  @Mistake(task = 6, diagnosis = "frequencies-of-all-rows")
  static final class DividesByRows extends Balancing {
    @Override
    double total(Figures column) {
      return column.rows();
    }

    @Override
    double imbalance(Figures column, List<Double> shares) {
      return 1 - entropy(shares) / Math.log(shares.size());
    }
  }

  /** Calls a single row unique. */
  @Mistake(task = 6, diagnosis = "constant-and-unique")
  static final class UniqueInOneRow extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      set(alerts, "UNIQUE", column.distinct() == column.rows());
    }
  }

  /** Takes shares of values. */
  @Mistake(task = 6, diagnosis = "share-of-values")
  static final class SharesOfValues extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      long values = column.rows() - column.missing();
      set(alerts, "ZEROS", values > 0 && column.zeros() > 0.01 * values);
    }
  }

  /** Does not stop at an empty column. */
  @Mistake(task = 6, diagnosis = "empty-and-more")
  static final class GoesOnAfterEmpty extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      set(alerts, "MISSING", column.missing() > 0.01 * column.rows());
    }
  }

  /** Stops at an unsupported column before it has seen the gaps. */
  @Mistake(task = 6, diagnosis = "unsupported-without-missing")
  static final class StopsTooEarly extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      if (column.kind().equals("unsupported")) {
        alerts.remove("MISSING");
      }
    }
  }

  /** Warns of the many categories of dates. */
  @Mistake(task = 6, diagnosis = "date-and-more")
  static final class CategorisesDates extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      set(
          alerts,
          "HIGH_CARDINALITY",
          column.kind().equals("categorical") && column.distinct() > 50);
    }
  }

  /** Wonders that two texts have the same length. */
  @Mistake(task = 6, diagnosis = "two-of-a-length")
  static final class WondersAtTwo extends Changing {
    @Override
    void change(Figures column, List<String> alerts) {
      set(
          alerts,
          "CONSTANT_LENGTH",
          !column.dates()
              && column.distinct() > 1
              && column.longest() > 0
              && column.shortest() == column.longest());
    }
  }

  /** Profiles everything at hand. */
  @Mistake(task = 7, diagnosis = "both-frames")
  static final class ProfilesBoth extends ProfilingSolution {
    @Override
    public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
      return super.readReport(train.union(later), later);
    }
  }

  /** Profiles some rows and says nothing. */
  @Mistake(task = 7, diagnosis = "sample-for-the-whole")
  static final class ProfilesASample extends ProfilingSolution {
    @Override
    public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
      return super.readReport(train.sample(0.1, 7), later);
    }
  }

  /** Compares the later rows with train. */
  @Mistake(task = 7, diagnosis = "compared-backwards")
  static final class ComparesBackwards extends ProfilingSolution {
    @Override
    public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
      Advice right = super.readReport(train, later);
      Advice backwards = super.readReport(later, train);
      return new Advice(right.rows(), right.drop(), right.convert(), backwards.drifted());
    }
  }

  /** Drops both columns of a pair. */
  @Mistake(task = 7, diagnosis = "both-of-a-pair")
  static final class DropsBoth extends ProfilingSolution {
    @Override
    public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
      Advice right = super.readReport(train, later);
      return changed(
          train,
          right,
          column ->
              right.drop().contains(column) || column.equals("distance_km") || column.equals("km"));
    }
  }

  /** Keeps what correlates. */
  @Mistake(task = 7, diagnosis = "alerts-overlooked")
  static final class KeepsPairs extends ProfilingSolution {
    @Override
    public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
      Advice right = super.readReport(train, later);
      return changed(
          train,
          right,
          column ->
              right.drop().contains(column)
                  && !column.equals("minutes")
                  && !column.equals("miles"));
    }
  }

  private static Advice changed(Dataset<Row> train, Advice right, Predicate<String> drop) {
    return new Advice(
        right.rows(),
        List.of(train.columns()).stream().filter(drop).toList(),
        right.convert(),
        right.drifted());
  }

  /** Lists the dates as drifted, too. */
  @Mistake(task = 7, diagnosis = "listed-twice")
  static final class ListsTwice extends ProfilingSolution {
    @Override
    public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
      Advice right = super.readReport(train, later);
      List<String> drifted =
          List.of(train.columns()).stream()
              .filter(c -> right.convert().contains(c) || right.drifted().contains(c))
              .toList();
      return new Advice(right.rows(), right.drop(), right.convert(), drifted);
    }
  }
}
