package dev.kindling.data.wine;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;

/**
 * The measured columns: red and white wines have other levels, and each column its usual digits.
 */
final class Chemistry {

  private Chemistry() {}

  /** Fills the columns; {@link Wines#IS_RED} must be there. */
  static void fill(TableDraft draft) {
    draft.fill(
        "fixed acidity",
        (row, draws) ->
            red(row)
                ? logNormal(draws, 8.15, 0.20, 4.6, 15.9, 1)
                : normal(draws, 6.85, 0.84, 3.8, 14.2, 1));
    draft.fill(
        "volatile acidity",
        (row, draws) ->
            red(row)
                ? logNormal(draws, 0.50, 0.33, 0.12, 1.58, 2)
                : logNormal(draws, 0.26, 0.32, 0.08, 1.10, 2));
    draft.fill(
        "citric acid",
        (row, draws) ->
            red(row) ? normal(draws, 0.27, 0.19, 0, 1, 2) : normal(draws, 0.33, 0.12, 0, 1.66, 2));
    draft.fill("residual sugar", Chemistry::sugar);
    draft.fill(
        "chlorides",
        (row, draws) ->
            red(row)
                ? logNormal(draws, 0.080, 0.30, 0.012, 0.611, 3)
                : logNormal(draws, 0.043, 0.30, 0.009, 0.346, 3));
    draft.fill(
        "free sulfur dioxide",
        (row, draws) ->
            red(row)
                ? logNormal(draws, 14, 0.60, 1, 72, 0)
                : logNormal(draws, 32, 0.48, 2, 289, 0));
    draft.fill("total sulfur dioxide", Chemistry::totalSulfur);
    draft.fill("alcohol", Chemistry::alcohol);
    draft.fill("density", Chemistry::density);
    draft.fill("pH", Chemistry::acidity);
    draft.fill(
        "sulphates",
        (row, draws) ->
            red(row)
                ? logNormal(draws, 0.63, 0.23, 0.33, 2.00, 2)
                : logNormal(draws, 0.48, 0.22, 0.22, 1.08, 2));
  }

  private static boolean red(Cells row) {
    return row.whole(Wines.IS_RED) == 1;
  }

  /** Reds are dry; whites are dry or sweet. */
  private static Object sugar(Cells row, Draws draws) {
    boolean sweet = draws.chance(0.55);
    return red(row)
        ? logNormal(draws, 2.2, 0.35, 0.9, 15.5, 1)
        : logNormal(draws, sweet ? 8.5 : 1.7, sweet ? 0.5 : 0.35, 0.6, 65.8, 1);
  }

  /** What is free, and what is bound. */
  private static Object totalSulfur(Cells row, Draws draws) {
    double bound = red(row) ? 26 * StrictMath.exp(draws.normal(0, 0.7)) : draws.normal(102, 34);
    return Decimals.round(Math.min(440, row.number("free sulfur dioxide") + Math.max(5, bound)), 0);
  }

  /** Sugar that is left has not become alcohol. */
  private static Object alcohol(Cells row, Draws draws) {
    double strength = 7.6 + 2.9 * StrictMath.exp(draws.normal(0, 0.36));
    return rounded(strength - 0.06 * (row.number("residual sugar") - 5), 8, 14.9, 1);
  }

  /** Alcohol is lighter than water; sugar and acids are heavier. */
  private static Object density(Cells row, Draws draws) {
    double dry = red(row) ? 1.0046 : 1.0012;
    double density =
        dry
            + 0.00050 * row.number("fixed acidity")
            + 0.00039 * row.number("residual sugar")
            - 0.00125 * row.number("alcohol");
    return rounded(density + draws.normal(0, 0.0005), 0.9, 1.1, 5);
  }

  private static Object acidity(Cells row, Draws draws) {
    double usual = red(row) ? 3.31 : 3.19;
    double sour = row.number("fixed acidity") - (red(row) ? 8.3 : 6.85);
    return normal(draws, usual - 0.05 * sour, 0.13, 2.72, 4.01, 2);
  }

  private static double normal(
      Draws draws, double mean, double sd, double low, double high, int places) {
    return rounded(draws.normal(mean, sd), low, high, places);
  }

  private static double logNormal(
      Draws draws, double median, double spread, double low, double high, int places) {
    return rounded(median * StrictMath.exp(draws.normal(0, spread)), low, high, places);
  }

  private static double rounded(double value, double low, double high, int places) {
    return Decimals.round(Math.max(low, Math.min(high, value)), places);
  }
}
