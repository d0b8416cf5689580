package dev.kindling.data.listings;

import dev.kindling.data.Draws;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that describe a home. Test rows are of a later period, in which far more whole homes,
 * and larger ones, are on offer: that is why their medians are others.
 */
final class Homes {

  static final String ENTIRE = "Entire home/apt";
  static final String PRIVATE = "Private room";
  static final String SHARED = "Shared room";
  static final List<String> ROOM_TYPES = List.of(ENTIRE, PRIVATE, SHARED);
  static final String TEST_ONLY_PROPERTY = "Houseboat";
  static final List<String> PROPERTY_TYPES =
      List.of("Apartment", "House", "Condominium", "Townhouse", "Loft", "Guest suite");

  private static final List<String> BEDS =
      List.of("Real Bed", "Futon", "Pull-out Sofa", "Airbed", "Couch");
  private static final List<String> CANCELLATION = List.of("strict", "moderate", "flexible");
  private static final LocalDate FIRST_TRAIN_DAY = LocalDate.of(2025, 1, 1);
  private static final LocalDate FIRST_TEST_DAY = LocalDate.of(2025, 10, 1);
  private static final int TRAIN_DAYS = 273;
  private static final int TEST_DAYS = 92;
  private static final List<Integer> GUESTS = List.of(2, 3, 4, 5, 6, 7, 8);
  private static final int MOST_GUESTS_OF_A_ROOM = 5;
  private static final int MOST_BEDROOMS = 4;
  private static final int MOST_BATHROOMS = 6;

  private Homes() {}

  /**
   * Fills the columns.
   *
   * @param dormitoryBeds how many beds a shared room has at least
   */
  static void fill(TableDraft draft, Layout layout, MedianMargins margins, int dormitoryBeds) {
    Set<Integer> testOnly = Arrays.stream(layout.testOnly()).boxed().collect(Collectors.toSet());
    draft.fill("last_scraped", Homes::lastScraped);
    draft.fill("neighbourhood_cleansed", Places::neighbourhood);
    draft.fill("latitude", Places::latitude);
    draft.fill("longitude", Places::longitude);
    draft.fill("room_type", Homes::roomType);
    draft.fill(
        "property_type",
        (row, draws) -> {
          String type = draws.pick(PROPERTY_TYPES, 0.48, 0.24, 0.12, 0.08, 0.05, 0.03);
          return testOnly.contains(row.index()) ? TEST_ONLY_PROPERTY : type;
        });
    draft.fill("accommodates", Homes::accommodates);
    draft.fill("bedrooms", Homes::bedrooms);
    margins.fill(draft, "beds", (row, draws) -> beds(row, draws, dormitoryBeds));
    margins.fill(draft, "bathrooms", Homes::bathrooms);
    draft.fill("bed_type", (row, draws) -> draws.pick(BEDS, 0.968, 0.012, 0.01, 0.006, 0.004));
    draft.fill("cancellation_policy", (row, draws) -> draws.pick(CANCELLATION, 0.44, 0.34, 0.22));
    draft.fill("instant_bookable", (row, draws) -> draws.chance(0.4) ? "t" : "f");
  }

  static boolean late(Cells row) {
    return Layout.part(row.index()) == Part.TEST;
  }

  private static Object lastScraped(Cells row, Draws draws) {
    return late(row)
        ? FIRST_TEST_DAY.plusDays(draws.below(TEST_DAYS))
        : FIRST_TRAIN_DAY.plusDays(draws.below(TRAIN_DAYS));
  }

  private static Object roomType(Cells row, Draws draws) {
    return late(row)
        ? draws.pick(ROOM_TYPES, 0.85, 0.12, 0.03)
        : draws.pick(ROOM_TYPES, 0.46, 0.42, 0.12);
  }

  private static Object accommodates(Cells row, Draws draws) {
    boolean late = late(row);
    return switch (row.text("room_type")) {
      case ENTIRE ->
          late
              ? draws.pick(GUESTS, 0.10, 0.10, 0.20, 0.15, 0.20, 0.10, 0.15)
              : draws.pick(GUESTS, 0.20, 0.15, 0.25, 0.12, 0.14, 0.06, 0.08);
      case PRIVATE -> Math.min(MOST_GUESTS_OF_A_ROOM, 1 + draws.poisson(late ? 1.8 : 0.8));
      default -> Math.min(MOST_GUESTS_OF_A_ROOM, 1 + draws.poisson(0.5));
    };
  }

  /**
   * Bedrooms follow the guests loosely, from lofts full of bunks to mansions for two: were they
   * closer, the product of both would add nothing to their sum.
   */
  private static Object bedrooms(Cells row, Draws draws) {
    double wish = 0.9 + 0.2 * row.whole("accommodates") + draws.normal();
    return row.text("room_type").equals(ENTIRE)
        ? (int) Math.max(0, Math.min(MOST_BEDROOMS, Math.round(wish)))
        : 1;
  }

  /** Shared rooms are dormitories: few guests per booking, many beds in the room. */
  private static Object beds(Cells row, Draws draws, int dormitoryBeds) {
    boolean late = late(row);
    return switch (row.text("room_type")) {
      case ENTIRE -> late ? 3 + draws.poisson(1) : 1 + draws.poisson(1.2);
      case PRIVATE -> draws.chance(late ? 0.7 : 0.03) ? 2 + draws.poisson(0.5) : 1;
      default -> dormitoryBeds + draws.poisson(1.5);
    };
  }

  private static Object bathrooms(Cells row, Draws draws) {
    boolean late = late(row);
    double halves =
        switch (row.text("room_type")) {
          case ENTIRE -> draws.chance(late ? 0.08 : 0.36) ? 2 : 3 + draws.poisson(late ? 1.4 : 0.9);
          case PRIVATE -> draws.chance(late ? 0.3 : 0.97) ? 2 : 3 + draws.poisson(0.4);
          default -> 4 + draws.poisson(1.2);
        };
    return Math.min(MOST_BATHROOMS, halves / 2);
  }
}
