package dev.kindling.data.listings;

import dev.kindling.data.Lookup;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cells are missing, and why. Each column's mechanism looks at a uniform number drawn
 * beforehand and at nothing that it must not know.
 */
final class Gaps {

  static final String SENTINEL_COLUMN = "host_response_rate";

  /** The numeric columns with gaps, in the order of the schema. */
  static final List<String> NUMERIC =
      List.of(
          SENTINEL_COLUMN,
          "host_income",
          "bathrooms",
          "beds",
          "review_scores_rating",
          "review_scores_location");

  static final String RESPONSE_TIME = "host_response_time";

  /** Every column with gaps. */
  static final List<String> COLUMNS =
      Stream.concat(Stream.of(RESPONSE_TIME), NUMERIC.stream()).toList();

  /** The column of the draft that decides a column's gaps. */
  private static final Map<String, String> LUCK =
      COLUMNS.stream().collect(Collectors.toMap(column -> column, column -> "luck of " + column));

  static final int UNKNOWN = -1;
  static final int NOT_MEASURED = 999;

  private static final double RATE_UNKNOWN = 0.15;
  private static final double RATE_NOT_MEASURED = 0.03;
  private static final double INCOME_TURN = 90_000;
  private static final double INCOME_WIDTH = 12_000;

  private Gaps() {}

  /** Draws the luck of each column; call before {@link #missing}. */
  static void fill(TableDraft draft) {
    for (String column : COLUMNS) {
      draft.fill(Lookup.of(LUCK, column), (row, draws) -> draws.uniform());
    }
  }

  /** Whether this column's value is not told, be it null or a sentinel. */
  static boolean missing(Cells row, String column) {
    double luck = row.number(Lookup.of(LUCK, column));
    return switch (column) {
      case SENTINEL_COLUMN -> luck < RATE_UNKNOWN + RATE_NOT_MEASURED;
      // Not at random: the larger the income, the more likely it is kept back.
      case "host_income" -> luck < 0.02 + 0.9 * sigmoid(row.number(column));
      // At random given the room type.
      case "bathrooms" ->
          luck
              < switch (row.text("room_type")) {
                case Homes.ENTIRE -> 0.02;
                case Homes.PRIVATE -> 0.10;
                default -> 0.30;
              };
      // Completely at random.
      case "beds" -> luck < 0.04;
      case "review_scores_rating" -> luck < 0.06;
      // Whoever gave no rating gave no location score either; a few left out only this one.
      case "review_scores_location" -> missing(row, "review_scores_rating") || luck < 0.01;
      case RESPONSE_TIME -> luck < 0.42;
      default -> throw new IllegalArgumentException("Column '%s' has no gaps.".formatted(column));
    };
  }

  /** What the world sees of a column, with gaps or without: the value, null or a sentinel. */
  static @Nullable Object shown(Cells row, String column) {
    if (!LUCK.containsKey(column) || !missing(row, column)) {
      return row.get(column);
    }
    if (!column.equals(SENTINEL_COLUMN)) {
      return null;
    }
    return row.number(Lookup.of(LUCK, column)) < RATE_UNKNOWN ? UNKNOWN : NOT_MEASURED;
  }

  private static double sigmoid(double income) {
    return 1 / (1 + StrictMath.exp(-(income - INCOME_TURN) / INCOME_WIDTH));
  }
}
