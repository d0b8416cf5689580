package day2.creation;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Wrong ways to flatten a record and to hash a street, each as somebody would write it. */
final class CreationHouseMistakes {

  private static final List<String> NUMBERS =
      List.of("num_rooms", "num_bedrooms", "num_bathrooms", "num_basement_rooms", "year_built");

  private CreationHouseMistakes() {}

  /** Takes -1 for a number. */
  @Mistake(task = 2, diagnosis = "sentinel-kept")
  static final class KeepsSentinels extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return hashed(flat(lines, value -> value.cast("double")), slots);
    }
  }

  /** Takes everything below one for not known. */
  @Mistake(task = 2, diagnosis = "zero-is-unknown")
  static final class NeedsPositiveNumbers extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return hashed(flat(lines, value -> when(value.gt(0), value).cast("double")), slots);
    }
  }

  /** Leaves no null. */
  @Mistake(task = 2, diagnosis = "zero-for-unknown")
  static final class FillsHouses extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return super.flattenHouses(lines, slots).na().fill(0.0);
    }
  }

  /** Takes not known for none. */
  @Mistake(task = 2, diagnosis = "zero-for-unknown")
  static final class NoneForUnknown extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      UnaryOperator<Column> atLeastZero =
          value -> when(value.isNotNull(), greatest(value, lit(0))).cast("double");
      return hashed(flat(lines, atLeastZero), slots);
    }
  }

  /** Leaves the types as they are in the record. */
  @Mistake(task = 2, diagnosis = "int-not-double")
  static final class KeepsInts extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return hashed(flat(lines, value -> when(value.notEqual(-1), value)), slots);
    }
  }

  /** Keeps complete records only. */
  @Mistake(task = 2, diagnosis = "houses-dropped")
  static final class DropsIncomplete extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return super.flattenHouses(lines, slots).na().drop();
    }
  }

  /** Throws the sentinels out, and all rows for which the condition is null. */
  @Mistake(task = 2, diagnosis = "houses-dropped")
  static final class FiltersSentinels extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      Dataset<Row> houses = flat(lines, value -> value.cast("double"));
      for (String number : NUMBERS) {
        houses = houses.filter(col(number).notEqual(-1));
      }
      return hashed(houses, slots);
    }
  }

  /** Takes every field of the record. */
  @Mistake(task = 2, diagnosis = "house-number-as-amount")
  static final class KeepsHouseNumbers extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      Dataset<Row> houses =
          flat(
              lines,
              value -> when(value.notEqual(-1), value).cast("double"),
              col("house.house_info.address.house_number").cast("double").as("house_number"));
      return hashed(houses, slots);
    }
  }

  /** Gives each street a number. */
  @Mistake(task = 2, diagnosis = "index-for-slots")
  static final class NumbersStreets extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return super.flattenHouses(lines, slots)
          .withColumn("street_hashed", pmod(hash(col("street_name")), lit(slots)));
    }
  }

  /** Leaves the number of slots as it is. */
  @Mistake(task = 2, diagnosis = "default-slots")
  static final class KeepsDefaultSlots extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return super.flattenHouses(lines, 1 << 18);
    }
  }

  /** Gives a name to streets that nobody knows. */
  @Mistake(task = 2, diagnosis = "missing-street-in-a-slot")
  static final class HashesAPlaceholder extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      Dataset<Row> houses = super.flattenHouses(lines, slots).drop("street_hashed");
      return new FeatureHasher()
          .setInputCols(new String[] {"street"})
          .setOutputCol("street_hashed")
          .setNumFeatures(slots)
          .transform(houses.withColumn("street", coalesce(col("street_name"), lit("Missing"))))
          .drop("street");
    }
  }

  /** Hashes all texts. */
  @Mistake(task = 2, diagnosis = "more-than-the-street")
  static final class HashesTheCity extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      return new FeatureHasher()
          .setInputCols(new String[] {"street_name", "city"})
          .setOutputCol("street_hashed")
          .setNumFeatures(slots)
          .transform(super.flattenHouses(lines, slots).drop("street_hashed"));
    }
  }

  /** Hashes words, as for a text. */
  @Mistake(task = 2, diagnosis = "more-than-the-street")
  static final class HashesWords extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      Dataset<Row> houses = super.flattenHouses(lines, slots).drop("street_hashed");
      Column words = coalesce(split(col("street_name"), " "), array().cast("array<string>"));
      return new HashingTF()
          .setInputCol("words")
          .setOutputCol("street_hashed")
          .setNumFeatures(slots)
          .transform(houses.withColumn("words", words))
          .drop("words");
    }
  }

  /** Hashes street and city as one text. */
  @Mistake(task = 2, diagnosis = "more-than-the-street")
  static final class HashesStreetAndCity extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      Dataset<Row> houses = super.flattenHouses(lines, slots).drop("street_hashed");
      return new FeatureHasher()
          .setInputCols(new String[] {"place"})
          .setOutputCol("street_hashed")
          .setNumFeatures(slots)
          .transform(houses.withColumn("place", concat(col("street_name"), lit(", "), col("city"))))
          .drop("place");
    }
  }

  /** Learns the streets of whatever frame it is given. */
  @Mistake(task = 2, diagnosis = "slots-learned-from-frame")
  static final class LearnsStreets extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      Dataset<Row> houses = super.flattenHouses(lines, slots).drop("street_hashed");
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

  /** Learns them, too, and wraps their numbers round. */
  @Mistake(task = 2, diagnosis = "slots-learned-from-frame")
  static final class WrapsIndexes extends CreationSolution {
    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      Dataset<Row> houses = super.flattenHouses(lines, slots).drop("street_hashed");
      Dataset<Row> indexed =
          new StringIndexer()
              .setInputCol("street_name")
              .setOutputCol("street_index")
              .setHandleInvalid("keep")
              .fit(houses)
              .transform(houses)
              .withColumn(
                  "street_index", when(col("street_name").isNotNull(), col("street_index")));
      return indexed
          .withColumn(
              "street_hashed",
              array_to_vector(
                  transform(
                      sequence(lit(0), lit(slots - 1)),
                      slot ->
                          when(pmod(col("street_index"), lit(slots)).equalTo(slot), 1.0)
                              .otherwise(0.0))))
          .drop("street_index");
    }
  }

  /** The flat columns, each number of the record changed in the same way. */
  private static Dataset<Row> flat(
      Dataset<Row> lines, UnaryOperator<Column> number, Column... others) {
    List<Column> columns = new ArrayList<>(List.of(others));
    columns.add(col("house.id"));
    NUMBERS.forEach(name -> columns.add(number.apply(col("house.house_info." + name)).as(name)));
    columns.add(col("house.house_info.address.street_name"));
    columns.add(col("house.house_info.address.city"));
    columns.add(col("house.price"));
    return lines
        .select(from_json(col("value"), StructType.fromDDL(CreationLab.HOUSE)).as("house"))
        .select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> hashed(Dataset<Row> houses, int slots) {
    return new FeatureHasher()
        .setInputCols(new String[] {"street_name"})
        .setOutputCol("street_hashed")
        .setNumFeatures(slots)
        .transform(houses);
  }
}
