package day2.sqlcharts;

import static org.apache.spark.sql.functions.col;

import dev.kindling.lab.Mistake;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about rankings, each as somebody would write it. */
final class SqlChartsRankMistakes {

  private SqlChartsRankMistakes() {}

  private static final String NUMBER = "try_cast(translate(price, '$,', '') AS DOUBLE)";

  private static final String BY_PRICE =
      "row_number() OVER (PARTITION BY neighbourhood_cleansed ORDER BY price DESC, id)";

  /** The columns of the solution's first step. */
  private static String homes(String price) {
    return "SELECT neighbourhood_cleansed, CAST(id AS INT) AS id, %s AS price FROM listings"
        .formatted(price);
  }

  private static final String OF_TYPE = " WHERE room_type = :roomType";

  private static Dataset<Row> ranked(
      Dataset<Row> raw, String homes, String place, Map<String, Object> parameters) {
    return SqlChartsSolution.query(
        raw,
        """
        SELECT neighbourhood_cleansed, place, id, price
        FROM (SELECT *, %s AS place FROM (%s) WHERE price IS NOT NULL)
        WHERE place <= :n
        """
            .formatted(place, homes),
        parameters);
  }

  private static Map<String, Object> parameters(String roomType, int n) {
    return Map.of("roomType", roomType, "n", n);
  }

  /** Ranks the texts. */
  @Mistake(task = 6, diagnosis = "sorted-as-text")
  static final class RanksTexts extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(raw, homes("price") + OF_TYPE, BY_PRICE, parameters(roomType, n));
    }
  }

  /** Ranks the texts and shows numbers. */
  @Mistake(task = 6, diagnosis = "sorted-as-text")
  static final class RanksBeforeCasting extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
              raw.where("price LIKE '$%'"),
              homes("price") + OF_TYPE,
              BY_PRICE,
              parameters(roomType, n))
          .selectExpr("neighbourhood_cleansed", "place", "id", NUMBER + " AS price");
    }
  }

  /** Casts the text as it is. */
  @Mistake(task = 6, diagnosis = "price-cast-fails")
  static final class CastsDollars extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
          raw, homes("CAST(price AS DOUBLE)") + OF_TYPE, BY_PRICE, parameters(roomType, n));
    }
  }

  /** Believes that every price is a number once the signs are gone. */
  @Mistake(task = 6, diagnosis = "price-cast-fails")
  static final class CastsEveryText extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
          raw,
          homes(NUMBER.replace("try_cast", "CAST")) + OF_TYPE,
          BY_PRICE,
          parameters(roomType, n));
    }
  }

  /** Puts the room type into the text of the query. */
  @Mistake(task = 6, diagnosis = "parameter-glued-in")
  static final class GluesTheRoomType extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
          raw, homes(NUMBER) + " WHERE room_type = '" + roomType + "'", BY_PRICE, Map.of("n", n));
    }
  }

  /** Orders the ids as they come. */
  @Mistake(task = 6, diagnosis = "ids-sorted-as-text")
  static final class BreaksTiesByText extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
          raw,
          homes(NUMBER).replace("CAST(id AS INT) AS id", "id") + OF_TYPE,
          BY_PRICE,
          parameters(roomType, n));
    }
  }

  /** Gives equal prices the same place. */
  @Mistake(task = 6, diagnosis = "rank-for-row-number")
  static final class RanksTies extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
          raw,
          homes(NUMBER) + OF_TYPE,
          "rank() OVER (PARTITION BY neighbourhood_cleansed ORDER BY price DESC)",
          parameters(roomType, n));
    }
  }

  /** Gives equal prices the same place and leaves no hole. */
  @Mistake(task = 6, diagnosis = "rank-for-row-number")
  static final class RanksDensely extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
          raw,
          homes(NUMBER) + OF_TYPE,
          "dense_rank() OVER (PARTITION BY neighbourhood_cleansed ORDER BY price DESC)",
          parameters(roomType, n));
    }
  }

  /** Limits the result. */
  @Mistake(task = 6, diagnosis = "limit-for-group")
  static final class LimitsTheWhole extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return super.dearestHomes(raw, roomType, n).orderBy("place").limit(n);
    }
  }

  /** Forgets DESC. */
  @Mistake(task = 6, diagnosis = "cheapest-first")
  static final class RanksUpwards extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(
          raw, homes(NUMBER) + OF_TYPE, BY_PRICE.replace(" DESC", ""), parameters(roomType, n));
    }
  }

  /** Filters when the places are given. */
  @Mistake(task = 6, diagnosis = "filtered-after-ranking")
  static final class FiltersTooLate extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      Dataset<Row> ranked = ranked(raw, homes(NUMBER), BY_PRICE, Map.of("n", n));
      Dataset<Row> types = raw.selectExpr("CAST(id AS INT) AS of", "room_type").distinct();
      return ranked
          .join(types, col("id").equalTo(col("of")))
          .where(col("room_type").equalTo(roomType))
          .drop("of", "room_type");
    }
  }

  /** Does not use the room type. */
  @Mistake(task = 6, diagnosis = "all-room-types")
  static final class RanksEveryType extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return ranked(raw, homes(NUMBER), BY_PRICE, Map.of("n", n));
    }
  }

  /** Lets homes without a price move up. */
  @Mistake(task = 6, diagnosis = "unpriced-ranked")
  static final class RanksTheUnpriced extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return SqlChartsSolution.query(
          raw,
          """
          SELECT neighbourhood_cleansed, place, id, price
          FROM (SELECT *, %s AS place FROM (%s))
          WHERE place <= :n
          """
              .formatted(BY_PRICE, homes(NUMBER) + OF_TYPE),
          parameters(roomType, n));
    }
  }

  /** Tidies up first. */
  @Mistake(task = 6, diagnosis = "doubles-removed")
  static final class RemovesDoubles extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return super.dearestHomes(raw.distinct(), roomType, n);
    }
  }

  /** Wants a name for every group. */
  @Mistake(task = 6, diagnosis = "null-bucket-dropped")
  static final class DropsTheNameless extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return super.dearestHomes(raw.where("neighbourhood_cleansed IS NOT NULL"), roomType, n);
    }
  }
}
