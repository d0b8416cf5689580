package dev.kindling.data.lowrank;

import dev.kindling.data.Lookup;
import dev.kindling.data.Table;
import dev.kindling.reference.PrincipalComponents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was planted in {@link LowRank}, in plain Java; how the label comes about is in {@link
 * FaultModel}. There is no null.
 *
 * @param sensors what each sensor reads
 * @param train the rows of the train frame
 * @param test the rows of the test frame
 * @param canary the rows of the canary frame
 * @param causes the causes of every row of all frames: {@code id}, {@code load}, {@code heat},
 *     {@code wear}
 */
public record LowRankTruth(
    Map<String, Sensor> sensors, Table train, Table test, Table canary, Table causes) {

  /** The standard deviation of a sensor's noise, in units of its scale. */
  public static final double NOISE = 0.2;

  /** How many components there are besides the noise. */
  public static final int RANK = 3;

  /** How much higher the load is in test than in train, in standard deviations. */
  public static final double TEST_LOAD = 0.7;

  public LowRankTruth {
    sensors = Collections.unmodifiableMap(sensors);
  }

  /** Train and test together. */
  public Table all() {
    return train.union(test);
  }

  /**
   * The direction that each of the three causes has among the scaled sensors: the first three
   * principal components if there were rows without end. Length 1, one number per sensor in the
   * order of {@link LowRank#SENSORS}; a positive cause goes along with a positive number.
   * Components that are learned from the 1,500 rows of train are within 0.15 of it in every number
   * for every seed, up to the sign of the whole direction, and no number is nearer to zero than
   * 0.2.
   */
  public List<List<Double>> directions() {
    List<List<Double>> directions = new ArrayList<>();
    for (int cause = 0; cause < RANK; cause++) {
      double length = Math.sqrt(strength(cause));
      int index = cause;
      directions.add(
          LowRank.SENSORS.stream()
              .map(s -> Lookup.of(sensors, s).loadings().get(index) / length)
              .toList());
    }
    return directions;
  }

  /** The principal components of the scaled sensors of train. */
  public PrincipalComponents trainComponents() {
    return PrincipalComponents.scaled(train, LowRank.SENSORS);
  }

  /**
   * The accuracy on train-like rows to expect of the best rule that knows only the first causes.
   *
   * @param known how many causes are known, from 0 to 3
   */
  public double expectedAccuracy(int known) {
    return FaultModel.expectedAccuracy(known, 0);
  }

  /** The share of labels on the rows of a table that the true probability gets right. */
  public double bestAccuracy(Table rows) {
    Map<Object, List<Double>> byId = causesById();
    int right = 0;
    for (List<Object> row : rows.rows()) {
      double label = (Double) row.get(rows.columns().indexOf(LowRank.LABEL));
      boolean fault = FaultModel.probability(Lookup.of(byId, row.get(0))) > 0.5;
      right += fault == (label == 1) ? 1 : 0;
    }
    return right / (double) rows.size();
  }

  /** The three causes of every row, by id. */
  public Map<Object, List<Double>> causesById() {
    Map<Object, List<Double>> byId = new HashMap<>();
    for (List<Object> row : causes.rows()) {
      byId.put(row.get(0), row.subList(1, 1 + RANK).stream().map(v -> (Double) v).toList());
    }
    return byId;
  }

  /** The variance that a cause gives to all scaled sensors together. */
  private double strength(int cause) {
    return sensors.values().stream()
        .mapToDouble(sensor -> sensor.loadings().get(cause) * sensor.loadings().get(cause))
        .sum();
  }
}
