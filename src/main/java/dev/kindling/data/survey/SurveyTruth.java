package dev.kindling.data.survey;

import dev.kindling.data.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was planted in {@link Survey}, in plain Java.
 *
 * @param answers the rows of the summer
 * @param repeated those of them that came in twice
 * @param autumn the rows of the autumn
 * @param canary other rows of the summer
 */
public record SurveyTruth(Table answers, Table repeated, Table autumn, Table canary) {

  /** The two columns that say nearly the same: their correlation is between .95 and .985. */
  public static final List<String> TWINS = List.of("distance_km", "minutes");

  /** The rows as they came in. */
  public Table raw() {
    return answers.union(repeated);
  }

  /**
   * By column of {@link Survey#answers()}, the alerts that it deserves, correlation aside. The raw
   * frame deserves DUPLICATES instead of the UNIQUE of {@code answer_id}.
   */
  public Map<String, Set<String>> alerts() {
    return Planted.ALERTS;
  }

  /** By column, what it holds. */
  public Map<String, String> kinds() {
    return Planted.KINDS;
  }

  /**
   * By column, how autumn differs from summer; columns that are not here do not, but for {@code
   * sailed_on} and {@code answer_id}: later answers have later days and higher numbers.
   */
  public Map<String, Set<String>> drift() {
    return Planted.DRIFT;
  }
}
