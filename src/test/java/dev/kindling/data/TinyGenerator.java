package dev.kindling.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A generator for tests: one small frame, and one with a column of every kind. */
public final class TinyGenerator implements Generator<Double> {

  static final StructType POINTS =
      new StructType().add("id", DataTypes.IntegerType).add("x", DataTypes.DoubleType);

  static final StructType TYPES =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("flag", DataTypes.BooleanType)
          .add("whole", DataTypes.LongType)
          .add("day", DataTypes.DateType)
          .add("numbers", DataTypes.createArrayType(DataTypes.DoubleType))
          .add(
              "rooms",
              new StructType()
                  .add("bedrooms", DataTypes.IntegerType)
                  .add("names", DataTypes.createArrayType(DataTypes.StringType)));

  private final int rows;

  public TinyGenerator() {
    this(3);
  }

  TinyGenerator(int rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public Generated<Double> generate(long seed) {
    Draws draws = new Streams(name(), seed).draws("x");
    List<List<Object>> points = new ArrayList<>();
    for (int id = 0; id < rows; id++) {
      points.add(List.of(id, Decimals.round(draws.normal(), 3)));
    }
    Table types =
        new Table(
            List.of(TYPES.fieldNames()),
            List.of(
                List.of(
                    "a",
                    true,
                    5_000_000_000L,
                    LocalDate.of(2025, 3, 30),
                    List.of(1.5, 2.0),
                    List.of(2, List.of("hall"))),
                Arrays.asList(null, null, null, null, null, null)));
    Table table = new Table(List.of("id", "x"), points);
    return new Generated<>(
        List.of(new Frame("points", POINTS, table), new Frame("types", TYPES, types)),
        table.values("x").mean());
  }
}
