package dev.kindling.data.census;

import dev.kindling.data.Draws;
import dev.kindling.data.LogitScale;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;

/** All columns but the income and what follows from it. Texts are still without their blank. */
final class People {

  private static final int YOUNGEST = 17;
  private static final int OLDEST = 90;
  private static final int BACHELORS = Levels.EDUCATION.indexOf("Bachelors") + 1;
  private static final int SOME_COLLEGE = Levels.EDUCATION.indexOf("Some-college") + 1;
  private static final double COUNTRY_ROWS = 40;

  private final int shown;
  private final int[] weightOrder;

  /**
   * @param shown how many of the people are shown to learners; those behind are the canary
   */
  People(int shown, int... weightOrder) {
    this.shown = shown;
    this.weightOrder = weightOrder;
  }

  void fill(TableDraft draft) {
    draft.fill("age", (row, draws) -> whole(YOUNGEST + 20 * exp(draws, 0.58), YOUNGEST, OLDEST));
    draft.fill("sex", (row, draws) -> Levels.SEX.pick(draws));
    draft.fill("race", (row, draws) -> Levels.RACE.pick(draws));
    // One weight for each, so that it tells people apart.
    draft.fill("fnlwgt", (row, draws) -> 12_000 + 20 * weightOrder[row.index()] + draws.below(20));
    draft.fill("education_num", People::educationNumber);
    draft.fill("education", (row, draws) -> Levels.EDUCATION.get(row.whole("education_num") - 1));
    draft.fill("marital_status", People::maritalStatus);
    draft.fill("relationship", People::relationship);
    draft.fill("workclass", (row, draws) -> Levels.WORKCLASS.pick(draws));
    draft.fill("occupation", People::occupation);
    draft.fill("native_country", this::country);
    draft.fill("hours_per_week", People::hours);
    draft.fill(
        "capital_gain",
        (row, draws) -> draws.chance(0.08) ? whole(4200 * exp(draws, 0.6), 114, 25_000) : 0);
    draft.fill(
        "capital_loss",
        (row, draws) -> draws.chance(0.047) ? whole(draws.normal(1870, 350), 155, 4000) : 0);
  }

  /** Who is young has not finished yet. */
  private static Object educationNumber(Cells row, Draws draws) {
    int number = Levels.EDUCATION.indexOf(Levels.EDUCATION_NUMBER.pick(draws)) + 1;
    int age = row.whole("age");
    return Math.min(number, age < 21 ? SOME_COLLEGE : age < 25 ? BACHELORS : number);
  }

  private static Object maritalStatus(Cells row, Draws draws) {
    boolean never = draws.chance(LogitScale.logistic((29 - row.number("age")) / 5));
    String once = Levels.MARRIED_ONCE.pick(draws);
    return never ? "Never-married" : once;
  }

  /** Says again who is married, and little else. */
  private static Object relationship(Cells row, Draws draws) {
    if (row.text("marital_status").equals("Married")) {
      return row.text("sex").equals("Male") ? "Husband" : "Wife";
    }
    boolean child = row.whole("age") < 25 && draws.chance(0.6);
    String other = Levels.of("Not-in-family 60 Unmarried 32 Other-relative 8").pick(draws);
    return child ? "Own-child" : other;
  }

  /** Nobody knows the occupation of people whose class of work is not known. */
  private static Object occupation(Cells row, Draws draws) {
    boolean degree = row.whole("education_num") >= BACHELORS;
    String occupation =
        (degree ? Levels.DEGREE_OCCUPATION : Levels.NO_DEGREE_OCCUPATION).pick(draws);
    boolean unknown = row.text("workclass").equals(Census.UNKNOWN) || draws.chance(0.004);
    return unknown ? Census.UNKNOWN : occupation;
  }

  private Object country(Cells row, Draws draws) {
    String country = Levels.COUNTRY.pick(draws);
    boolean canary = row.index() >= shown && (row.index() - shown) % COUNTRY_ROWS == 0;
    return canary ? Levels.CANARY_COUNTRY : country;
  }

  private static Object hours(Cells row, Draws draws) {
    boolean usual = draws.chance(0.36);
    int age = row.whole("age");
    double others = draws.normal(age < 21 || age > 66 ? 32 : 43, 13);
    return usual ? 40 : whole(others, 1, 99);
  }

  private static double exp(Draws draws, double sd) {
    return StrictMath.exp(draws.normal(0, sd));
  }

  private static int whole(double value, int low, int high) {
    return (int) Math.max(low, Math.min(high, Math.round(value)));
  }
}
