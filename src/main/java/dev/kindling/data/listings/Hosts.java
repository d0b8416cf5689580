package dev.kindling.data.listings;

import dev.kindling.data.Draws;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;

/** The columns that describe a host and what guests said, before anything is removed from them. */
final class Hosts {

  static final List<String> RESPONSE_TIMES =
      List.of("within an hour", "within a few hours", "within a day", "a few days or more");

  private static final int INCOME_STEP = 2_500;
  private static final int MOST_REVIEWS = 600;
  private static final int WORST_RATING = 20;
  private static final int WORST_LOCATION = 2;

  private final double wealth;
  private final int incomeOffset;
  private final double slowness;
  private final double strictness;

  /** Draws how this seed's hosts and guests differ from another seed's. */
  Hosts(Draws draws) {
    wealth = draws.uniform(0.8, 1.25);
    incomeOffset = 100 * draws.below(INCOME_STEP / 100);
    slowness = draws.uniform(0.75, 1.35);
    strictness = draws.uniform(0.75, 1.35);
  }

  void fill(TableDraft draft, MedianMargins margins) {
    draft.fill("host_is_superhost", (row, draws) -> draws.chance(0.3) ? "t" : "f");
    draft.fill("host_response_time", Hosts::responseTime);
    draft.fill("minimum_nights", Hosts::minimumNights);
    draft.fill("number_of_reviews", Hosts::reviews);
    margins.fill(draft, "host_response_rate", this::responseRate);
    margins.fill(draft, "host_income", this::income);
    margins.fill(draft, "review_scores_rating", this::rating);
    margins.fill(draft, "review_scores_location", Hosts::location);
  }

  private static Object responseTime(Cells row, Draws draws) {
    return Homes.late(row)
        ? draws.pick(RESPONSE_TIMES, 0.88, 0.05, 0.05, 0.02)
        : draws.pick(RESPONSE_TIMES, 0.3, 0.47, 0.17, 0.06);
  }

  private static Object minimumNights(Cells row, Draws draws) {
    return draws.chance(0.06) ? 30 : 1 + (int) draws.exponential(2);
  }

  private static Object reviews(Cells row, Draws draws) {
    return draws.chance(0.1) ? 0 : (int) Math.min(MOST_REVIEWS, 1 + draws.exponential(38));
  }

  private Object responseRate(Cells row, Draws draws) {
    if (draws.chance(Homes.late(row) ? 0.85 : 0.25)) {
      return 100;
    }
    return (int) Math.max(0, 100 - draws.exponential(slowness * byRoom(row, 9, 12, 16)));
  }

  private Object income(Cells row, Draws draws) {
    double middle = byRoom(row, 52_000, 43_000, 33_000) * (Homes.late(row) ? 2 : 1);
    double income = wealth * middle * StrictMath.exp(draws.normal(0, 0.45));
    return (double) Math.round(income / INCOME_STEP) * INCOME_STEP + incomeOffset;
  }

  private Object rating(Cells row, Draws draws) {
    double mean = Homes.late(row) ? byRoom(row, 1, 1.4, 3) : byRoom(row, 6, 9, 13);
    return (int) Math.max(WORST_RATING, 100 - Math.floor(draws.exponential(strictness * mean)));
  }

  private static Object location(Cells row, Draws draws) {
    double mean = Homes.late(row) ? byRoom(row, 0.4, 0.4, 0.8) : byRoom(row, 1.15, 2, 3.6);
    return (int) Math.max(WORST_LOCATION, 10 - Math.floor(draws.exponential(mean)));
  }

  private static double byRoom(Cells row, double entire, double privately, double shared) {
    return switch (row.text("room_type")) {
      case Homes.ENTIRE -> entire;
      case Homes.PRIVATE -> privately;
      default -> shared;
    };
  }
}
