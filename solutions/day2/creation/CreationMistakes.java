package day2.creation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.translate;

import dev.kindling.lab.Mistake;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong prices and ratios, each as somebody would make them. */
final class CreationMistakes {

  private CreationMistakes() {}

  /** Casts as it was done before Spark 4. */
  @Mistake(task = 1, diagnosis = "cast-stops-the-job")
  static final class Casts extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return each(df, columns, text -> translate(text, "$,", "").cast("double"));
    }
  }

  /** Thinks of the dollar sign only. */
  @Mistake(task = 1, diagnosis = "commas-kept")
  static final class KeepsCommas extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return each(df, columns, text -> translate(text, "$", "").try_cast("double"));
    }
  }

  /** Removes the end of the text. */
  @Mistake(task = 1, diagnosis = "dollar-is-a-regex")
  static final class ReplacesAPattern extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return each(
          df,
          columns,
          text -> regexp_replace(regexp_replace(text, "$", ""), ",", "").try_cast("double"));
    }
  }

  /** Removes everything that is no digit. */
  @Mistake(task = 1, diagnosis = "cents-for-dollars")
  static final class RemovesThePoint extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return each(df, columns, text -> translate(text, "$,.", "").try_cast("double"));
    }
  }

  /** Picks out whatever looks like a part of a number. */
  @Mistake(task = 1, diagnosis = "digits-picked-out")
  static final class PicksDigits extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return each(df, columns, text -> regexp_replace(text, "[^0-9.]", "").try_cast("double"));
    }
  }

  /** Tidies up. */
  @Mistake(task = 1, diagnosis = "zero-for-no-price")
  static final class FillsNoPrice extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return super.parsePrices(df, columns).na().fill(0.0, columns.toArray(String[]::new));
    }
  }

  /** Saves memory. */
  @Mistake(task = 1, diagnosis = "not-a-double")
  static final class ParsesFloats extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return each(super.parsePrices(df, columns), columns, number -> number.cast("float"));
    }
  }

  /** Removes the characters and leaves it at that. */
  @Mistake(task = 1, diagnosis = "not-a-double")
  static final class LeavesText extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return each(df, columns, text -> translate(text, "$,", ""));
    }
  }

  /** Keeps only what can be read. */
  @Mistake(task = 1, diagnosis = "rows-dropped")
  static final class DropsUnreadable extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      return super.parsePrices(df, columns).na().drop(columns.toArray(String[]::new));
    }
  }

  /** Parses every text there is. */
  @Mistake(task = 1, diagnosis = "other-columns-changed")
  static final class ParsesEverything extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      List<String> texts =
          Arrays.stream(df.columns()).filter(column -> !column.equals("id")).toList();
      return super.parsePrices(df, texts);
    }
  }

  /** Leaves the texts beside the numbers. */
  @Mistake(task = 1, diagnosis = "new-name")
  static final class RenamesNumbers extends CreationSolution {
    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      Dataset<Row> parsed = df;
      for (String column : columns) {
        parsed =
            parsed.withColumn(
                column + "_clean", translate(col(column), "$,", "").try_cast("double"));
      }
      return parsed;
    }
  }

  /** Divides as in Java. */
  @Mistake(task = 4, diagnosis = "division-by-zero")
  static final class DividesByZero extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(allowed(ratios, label), "%s / %s");
    }
  }

  /** Makes every ratio that was proposed. */
  @Mistake(task = 4, diagnosis = "feature-from-label")
  static final class UsesTheLabel extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(ratios, "try_divide(%s, %s)");
    }
  }

  /** Looks at the numerators only. */
  @Mistake(task = 4, diagnosis = "feature-from-label")
  static final class DividesByTheLabel extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(
          ratios.stream().filter(ratio -> !ratio.numerator().equals(label)).toList(),
          "try_divide(%s, %s)");
    }
  }

  /** Adds one, so that nothing is zero. */
  @Mistake(task = 4, diagnosis = "denominator-shifted")
  static final class AddsOne extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(allowed(ratios, label), "%s / (%s + 1)");
    }
  }

  /** Takes a studio for a home with a bedroom. */
  @Mistake(task = 4, diagnosis = "denominator-shifted")
  static final class DividesByOneAtLeast extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(allowed(ratios, label), "%1$s / if(%2$s IS NULL, NULL, greatest(%2$s, 1))");
    }
  }

  /** Leaves no null. */
  @Mistake(task = 4, diagnosis = "zero-for-unknown")
  static final class FillsRatios extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(allowed(ratios, label), "coalesce(try_divide(%s, %s), 0)");
    }
  }

  /** Answers a division by zero with zero. */
  @Mistake(task = 4, diagnosis = "zero-for-unknown")
  static final class ZeroForZero extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(
          allowed(ratios, label), "CASE WHEN %2$s = 0 THEN 0 ELSE try_divide(%1$s, %2$s) END");
    }
  }

  /** Mixes up the two. */
  @Mistake(task = 4, diagnosis = "upside-down")
  static final class TurnsUpsideDown extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(allowed(ratios, label), "try_divide(%2$s, %1$s)");
    }
  }

  /** Keeps zeros out with a filter. */
  @Mistake(task = 4, diagnosis = "rows-dropped")
  static final class FiltersZeros extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      List<Ratio> allowed = allowed(ratios, label);
      String notZero =
          allowed.stream()
              .map(ratio -> ratio.denominator() + " <> 0")
              .collect(Collectors.joining(" AND "));
      SQLTransformer stage = stage(allowed, "%s / %s");
      return stage.setStatement(stage.getStatement() + " WHERE " + notZero);
    }
  }

  /** Selects the new columns only. */
  @Mistake(task = 4, diagnosis = "columns-lost")
  static final class SelectsRatiosOnly extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      SQLTransformer stage = stage(allowed(ratios, label), "try_divide(%s, %s)");
      return stage.setStatement(stage.getStatement().replace("SELECT *,", "SELECT id,"));
    }
  }

  /** Looks for the label in the middle of names. */
  @Mistake(task = 4, diagnosis = "name-looks-like-label")
  static final class SearchesNames extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      return stage(
          ratios.stream()
              .filter(ratio -> !(ratio.numerator() + ratio.denominator()).contains(label))
              .toList(),
          "try_divide(%s, %s)");
    }
  }

  /** Names a view that the notebook happens to have. */
  @Mistake(task = 4, diagnosis = "named-view")
  static final class NamesAView extends CreationSolution {
    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      SQLTransformer stage = stage(allowed(ratios, label), "try_divide(%s, %s)");
      return stage.setStatement(stage.getStatement().replace("__THIS__", "listings"));
    }
  }

  private static Dataset<Row> each(
      Dataset<Row> df, List<String> columns, UnaryOperator<Column> parse) {
    Dataset<Row> parsed = df;
    for (String column : columns) {
      parsed = parsed.withColumn(column, parse.apply(col(column)));
    }
    return parsed;
  }

  private static List<Ratio> allowed(List<Ratio> ratios, String label) {
    return ratios.stream()
        .filter(ratio -> !ratio.numerator().equals(label) && !ratio.denominator().equals(label))
        .toList();
  }

  private static SQLTransformer stage(List<Ratio> ratios, String division) {
    String added =
        ratios.stream()
            .map(
                ratio ->
                    ", "
                        + division.formatted(ratio.numerator(), ratio.denominator())
                        + " AS "
                        + ratio.name())
            .collect(Collectors.joining());
    return new SQLTransformer().setStatement("SELECT *" + added + " FROM __THIS__");
  }
}
