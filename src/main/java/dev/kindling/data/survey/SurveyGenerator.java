package dev.kindling.data.survey;

import dev.kindling.data.Csv;
import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.Generator;
import dev.kindling.data.SampleFile;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames and the truth of {@link Survey}. What must hold for every seed is made to hold:
 * rows at fixed places carry the rare values.
 */
public final class SurveyGenerator implements Generator<SurveyTruth> {

  static final int ANSWERS = 2000;
  static final int AUTUMN = 600;
  static final int CANARY = 300;
  static final int REPEATED = 40;

  private static final int AUTUMN_END = ANSWERS + AUTUMN;
  private static final int ALL = AUTUMN_END + CANARY;
  private static final int TOWNS = 64;
  private static final int CREWS = 25;
  private static final int SEATS = 100;
  private static final List<String> COLUMNS = List.of(Survey.SCHEMA.fieldNames());
  private static final LocalDate SUMMER = LocalDate.of(2025, 4, 1);
  private static final LocalDate FALL = LocalDate.of(2025, 9, 1);
  private static final List<String> ROUTES = List.of("north", "islands", "bay", "night");
  private static final List<List<String>> STOPS =
      List.of(
          List.of("Quay", "Hook"), List.of("Quay", "Isle", "Far Isle"), List.of(), List.of("Quay"));

  @Override
  public String name() {
    return "survey";
  }

  @Override
  public Generated<SurveyTruth> generate(long seed) {
    Streams streams = new Streams(name(), seed);
    TableDraft draft = new TableDraft(streams, ALL);
    journey(draft, streams);
    passenger(draft);
    complaint(draft);
    int[] repeated =
        IntStream.of(streams.draws("repeated").permutation(ANSWERS)).limit(REPEATED).toArray();
    SurveyTruth truth =
        new SurveyTruth(
            rows(draft, IntStream.range(0, ANSWERS).toArray()),
            rows(draft, repeated),
            rows(draft, IntStream.range(ANSWERS, AUTUMN_END).toArray()),
            rows(draft, IntStream.range(AUTUMN_END, ALL).toArray()));
    return new Generated<>(
        List.of(
            new Frame("answers", Survey.SCHEMA, truth.answers()),
            new Frame("repeated", Survey.SCHEMA, truth.repeated()),
            new Frame("autumn", Survey.SCHEMA, truth.autumn()),
            new Frame("canary", Survey.SCHEMA, truth.canary())),
        truth);
  }

  @Override
  public List<SampleFile> samples(Generated<SurveyTruth> made) {
    return List.of(
        new SampleFile("survey.csv", Csv.text(made.truth().raw())),
        new SampleFile("autumn.csv", Csv.text(made.truth().autumn())));
  }

  private static Table rows(TableDraft draft, int... rows) {
    return draft.table(COLUMNS, Cells::get, rows);
  }

  private static boolean autumn(Cells row) {
    return row.index() >= ANSWERS && row.index() < AUTUMN_END;
  }

  /** The place of a row within its frame. */
  private static int place(Cells row) {
    int index = row.index();
    return index < ANSWERS ? index : index < AUTUMN_END ? index - ANSWERS : index - AUTUMN_END;
  }

  private static void journey(TableDraft draft, Streams streams) {
    // Ever larger steps: no two are the same, and they are not evenly spread.
    draft.fill(
        "answer_id",
        (row, draws) -> 10_000 + row.index() * row.index() + draws.below(1 + row.index()));
    draft.fill("season", (row, draws) -> "2025");
    draft.fill("sailed_on", SurveyGenerator::day);
    draft.fill("route", (row, draws) -> draws.pick(ROUTES, 5, 3, 2, 1));
    draft.fill("stops", (row, draws) -> STOPS.get(ROUTES.indexOf(row.text("route"))));
    draft.fill("crew_code", (row, draws) -> "C-" + (10 + few(row, draws, CREWS)));
    draft.fill(
        "distance_km",
        (row, draws) -> Decimals.round(4 + 6 * (draws.exponential(1) + draws.exponential(1)), 1));
    // The noise is a quarter of the spread of the distances (8.5 km at 2.6 minutes each).
    draft.fill(
        "minutes",
        (row, draws) ->
            Decimals.round(
                Math.max(1, 12 + 2.6 * row.number("distance_km") + draws.normal(0, 5.5)), 1));
    int[][] seats = {
      streams.draws("seats").permutation(ANSWERS),
      streams.draws("autumn seats").permutation(AUTUMN),
      streams.draws("canary seats").permutation(CANARY)
    };
    // Each seat equally often: chance would not do that.
    draft.fill(
        "seat",
        (row, draws) ->
            1 + seats[row.index() < ANSWERS ? 0 : autumn(row) ? 1 : 2][place(row)] % SEATS);
  }

  /** More and more passengers towards the end of a season. */
  private static Object day(Cells row, Draws draws) {
    double late = Math.sqrt(draws.uniform());
    return (autumn(row) ? FALL.plusDays((int) (60 * late)) : SUMMER.plusDays((int) (150 * late)))
        .toString();
  }

  /** One of so many, the low ones more often; the first rows of a frame have each once. */
  private static int few(Cells row, Draws draws, int many) {
    double luck = draws.uniform();
    return place(row) < many ? place(row) : (int) (many * luck * luck);
  }

  private static void passenger(TableDraft draft) {
    draft.fill(
        "cabin",
        (row, draws) ->
            autumn(row) && place(row) % 20 == 0
                ? "suite"
                : draws.pick(List.of("deck", "lounge", "cabin"), 6, 3, 2));
    draft.fill("home_town", (row, draws) -> "Town " + (1 + few(row, draws, TOWNS)));
    // One in fifty: 1 minus the entropy of (.02, .98) is .86.
    draft.fill("needs_lift", (row, draws) -> place(row) % 50 == 7);
    draft.fill(
        "age",
        (row, draws) ->
            (int) Math.round(Math.max(16, Math.min(95, draws.normal(autumn(row) ? 52 : 41, 13)))));
    draft.fill("rating", SurveyGenerator::rating);
    draft.fill("spend", SurveyGenerator::spend);
  }

  /** In summer one in 200 is missing, less than one in a hundred; in autumn one in eight. */
  private static @Nullable Object rating(Cells row, Draws draws) {
    int rating = draws.pick(List.of(1, 2, 3, 4, 5), 1, 2, 5, 8, 4);
    return place(row) % (autumn(row) ? 8 : 200) == 5 ? null : (Object) rating;
  }

  /**
   * Two firms booked a whole boat. Two such values among n give a skewness near the root of n / 2,
   * which is 32 for 2,000.
   */
  private static Object spend(Cells row, Draws draws) {
    double usual = Decimals.round(8 + 15 * draws.exponential(1), 2);
    double boat = Decimals.round(40_000 + draws.uniform(0, 15_000), 2);
    return row.index() == 400 || row.index() == 1300 ? boat : usual;
  }

  private static void complaint(TableDraft draft) {
    draft.fill("complaints", (row, draws) -> place(row) % 50 == 11 ? 1 + draws.below(3) : 0);
    draft.fill(
        "lost_item",
        (row, draws) ->
            place(row) % 10 == 3 ? draws.pick(List.of("hat", "bag", "phone"), 3, 2, 1) : null);
    // Somebody divided by the number of boats, also when there was none.
    draft.fill(
        "wait_per_boat",
        (row, draws) -> {
          double wait = Decimals.round(3 + draws.exponential(6), 1);
          return place(row) % 33 == 2 ? Double.POSITIVE_INFINITY : wait;
        });
    draft.fill("remark", (row, draws) -> null);
  }
}
