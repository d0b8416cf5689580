package day2.creation;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Mistake;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong prices, houses, times and ratios, each as somebody would make them. */
final class CreationMistakes {

  private CreationMistakes() {}

  /** Casts as it was done before Spark 4. */
  @Mistake(
      task = 1,
      diagnosis = "cast-stops-the-job",
      says =
          "In Spark 4 one text that is no number stops the whole job: `cast` is strict. Take away the dollar sign and the commas first, and for texts that are no price use `try_cast`, which gives null.")
  static final class Casts extends CreationSolution {
    @Override
    Column price(Column text) {
      return translate(text, "$,", "").cast("double");
    }
  }

  /** Thinks of the dollar sign only. */
  @Mistake(
      task = 1,
      diagnosis = "commas-kept",
      says =
          "Every price below 1,000 is right, and every price with a comma is null: its comma was left in, so it was no number. `translate` takes away several characters at once.")
  static final class KeepsCommas extends CreationSolution {
    @Override
    Column price(Column text) {
      return translate(text, "$", "").try_cast("double");
    }
  }

  /** Removes the end of the text. */
  @Mistake(
      task = 1,
      diagnosis = "dollar-is-a-regex",
      says =
          "Every price with a dollar sign is null, so the sign is still there. To `regexp_replace` a `$` means the end of the text, and there is nothing to remove there. Use `translate`, which knows no patterns, or write `[$,]`.")
  static final class ReplacesAPattern extends CreationSolution {
    @Override
    Column price(Column text) {
      return regexp_replace(regexp_replace(text, "$", ""), ",", "").try_cast("double");
    }
  }

  /** Removes everything that is no digit. */
  @Mistake(
      task = 1,
      diagnosis = "cents-for-dollars",
      says =
          "Prices with cents are a hundred times too large: the point went away with the commas. Keep it, it separates the cents.")
  static final class RemovesThePoint extends CreationSolution {
    @Override
    Column price(Column text) {
      return translate(text, "$,.", "").try_cast("double");
    }
  }

  /** Picks out whatever looks like a part of a number. */
  @Mistake(task = 1, diagnosis = "another-reading")
  static final class PicksDigits extends CreationSolution {
    @Override
    Column price(Column text) {
      return regexp_replace(text, "[^0-9.-]", "").try_cast("double");
    }
  }

  /** Takes -1 for a number. */
  @Mistake(task = 2, diagnosis = "sentinel-kept")
  static final class KeepsSentinels extends CreationSolution {
    @Override
    Column number(Column value) {
      return value.cast("double");
    }
  }

  /** Keeps houses with an object only. */
  @Mistake(
      task = 2,
      diagnosis = "houses-dropped",
      says =
          "{rows gone} of {expected rows} houses are gone: those whose record has no `house_info`. They are houses with a price all the same. What is in a missing object is null, and the row stays.")
  static final class DropsWithoutInfo extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return super.flattenHouses(lines.where("value LIKE '%house_info\":{%'"), slots);
    }
  }

  /** Gives a name to streets that nobody knows. */
  @Mistake(task = 2, diagnosis = "missing-street-in-a-slot")
  static final class HashesAPlaceholder extends CreationSolution {
    @Override
    Dataset<Row> hashed(Dataset<Row> houses, int slots) {
      Column street = coalesce(col("street_name"), lit("Missing"));
      return hash(houses.withColumn("street", street), slots, "street").drop("street");
    }
  }

  /** Hashes all texts. */
  @Mistake(task = 2, diagnosis = "more-than-the-street")
  static final class HashesTheCity extends CreationSolution {
    @Override
    Dataset<Row> hashed(Dataset<Row> houses, int slots) {
      return hash(houses, slots, "street_name", "city");
    }
  }

  /** Learns the streets of whatever frame it is given. */
  @Mistake(task = 2, diagnosis = "slots-learned-from-frame")
  static final class LearnsStreets extends CreationSolution {
    @Override
    Dataset<Row> hashed(Dataset<Row> houses, int slots) {
      Dataset<Row> indexed =
          new StringIndexer()
              .setInputCol("street_name")
              .setOutputCol("street_index")
              .setHandleInvalid("keep")
              .fit(houses)
              .transform(houses);
      return new OneHotEncoder()
          .setInputCol("street_index")
          .setOutputCol("street_hashed")
          .fit(indexed)
          .transform(indexed)
          .drop("street_index");
    }
  }

  private static Dataset<Row> hash(Dataset<Row> houses, int slots, String... columns) {
    return new FeatureHasher()
        .setInputCols(columns)
        .setOutputCol("street_hashed")
        .setNumFeatures(slots)
        .transform(houses);
  }

  /** Lets the week begin on Sunday, as Spark does, and its last two days are the weekend. */
  @Mistake(task = 3, diagnosis = "week-starts-on-sunday")
  static final class SundayFirst extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      Column day = dayofweek(col(column));
      return super.timeFeatures(df, column)
          .withColumn("weekday", day)
          .withColumn("is_weekend", when(day.geq(6), 1.0).otherwise(0.0));
    }
  }

  /** Mixes two ways to count the days. */
  @Mistake(
      task = 3,
      diagnosis = "weekend-on-friday",
      says =
          "Fridays are marked as weekend and Sundays are not: `dayofweek` counts from Sunday, so 6 and 7 are Friday and Saturday. Use the day of the week that counts from Monday.")
  static final class WeekendOnFriday extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return super.timeFeatures(df, column)
          .withColumn("is_weekend", when(dayofweek(col(column)).geq(6), 1.0).otherwise(0.0));
    }
  }

  /** Divides by the largest hour. */
  @Mistake(task = 3, diagnosis = "another-turn")
  static final class DividesBy23 extends CreationSolution {
    @Override
    Column angle(Column time) {
      return hour(time).multiply(2 * Math.PI / 23);
    }
  }

  /** Thinks in degrees. */
  @Mistake(
      task = 3,
      diagnosis = "degrees-for-radians",
      says =
          "The points jump about: `sin` and `cos` take radians, and one hour was taken for 15. A full turn is 2π; or use `radians(…)`.")
  static final class TakesDegrees extends CreationSolution {
    @Override
    Column angle(Column time) {
      return hour(time).multiply(360.0 / 24);
    }
  }

  /** Lets the hand of the clock creep. */
  @Mistake(
      task = 3,
      diagnosis = "minutes-counted",
      says =
          "The minutes moved the points, too. That is a good feature as well, but here the angle is that of the column `hour`.")
  static final class CountsMinutes extends CreationSolution {
    @Override
    Column angle(Column time) {
      return hour(time).plus(minute(time).divide(60)).multiply(2 * Math.PI / 24);
    }
  }

  /** Divides as in Java. */
  @Mistake(
      task = 4,
      diagnosis = "division-by-zero",
      says =
          "In Spark 4 one zero in a denominator stops the whole job, and there are homes with 0 bedrooms. `try_divide(a, b)` gives null for such rows.")
  static final class DividesByZero extends CreationSolution {
    @Override
    String quotient(Ratio ratio) {
      return ratio.numerator() + " / " + ratio.denominator();
    }
  }

  /** Makes every ratio that was proposed. */
  @Mistake(
      task = 4,
      diagnosis = "feature-from-label",
      says =
          "A ratio was made from the label, which is what the model is to predict. In training the feature gives the answer away and every metric is splendid; a new row has no such value, and the stage cannot run. Leave out every ratio in which the label occurs, above or below.")
  static final class UsesTheLabel extends CreationSolution {
    @Override
    boolean mayBeMade(Ratio ratio, String label) {
      return true;
    }
  }

  /** Adds one, so that nothing is zero. */
  @Mistake(
      task = 4,
      diagnosis = "denominator-shifted",
      says =
          "The zeros are gone because 1 was added to every denominator. With that, every other row gets a wrong ratio. Use `try_divide`, which leaves the rows with a zero null.")
  static final class AddsOne extends CreationSolution {
    @Override
    String quotient(Ratio ratio) {
      return "%s / (%s + 1)".formatted(ratio.numerator(), ratio.denominator());
    }
  }

  /** Mixes up the two. */
  @Mistake(
      task = 4,
      diagnosis = "upside-down",
      says = "The ratios are upside down: the denominator was divided by the numerator.")
  static final class TurnsUpsideDown extends CreationSolution {
    @Override
    String quotient(Ratio ratio) {
      return "try_divide(%s, %s)".formatted(ratio.denominator(), ratio.numerator());
    }
  }

  /** Looks for the label in the middle of names. */
  @Mistake(
      task = 4,
      diagnosis = "name-looks-like-label",
      says =
          "A ratio is missing whose column only has the label's name in its own. Compare whole names, with `equals`.")
  static final class SearchesNames extends CreationSolution {
    @Override
    boolean mayBeMade(Ratio ratio, String label) {
      return !(ratio.numerator() + " " + ratio.denominator()).contains(label);
    }
  }
}
