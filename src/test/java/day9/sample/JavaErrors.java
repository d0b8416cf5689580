package day9.sample;

import dev.kindling.check.errors.Bench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Slips on the driver, in plain Java and with rows that came back. */
public final class JavaErrors {

  private JavaErrors() {}

  static void fieldThatTheRowLacks(Bench bench) {
    Row first = bench.homes().first();
    first.getAs("town");
  }

  static void fieldByNameWithoutSchema(Bench bench) {
    RowFactory.create(1, 100.0).getAs("price");
  }

  static void columnThatTheFrameLacks(Bench bench) {
    bench.homes().col("town");
  }

  static void integerReadAsDouble(Bench bench) {
    bench.homes().first().getDouble(0);
  }

  static void integerAssignedToDouble(Bench bench) {
    Double rooms = bench.homes().first().getAs("rooms");
    rooms.isNaN();
  }

  static void nullReadAsDouble(Bench bench) {
    bench.homesWithGaps().filter("id = 2").first().getDouble(1);
  }

  static void positionThatTheRowLacks(Bench bench) {
    bench.homes().first().get(9);
  }

  static void firstOfNothing(Bench bench) {
    bench.homes().filter("price > 1000").first();
  }

  static void reduceOfNothing(Bench bench) {
    bench
        .homes()
        .filter("price > 1000")
        .select("id")
        .as(Encoders.INT())
        .reduce((ReduceFunction<Integer>) Integer::sum);
  }

  static void emptyOptional(Bench bench) {
    Optional.ofNullable(bench.spark().conf().contains("kindling.none") ? "x" : null).get();
  }

  static void nullVariable(Bench bench) {
    String city = bench.homesWithGaps().filter("id = 2").first().getAs("city");
    city.trim();
  }

  static void nullUnboxed(Bench bench) {
    Double price = bench.homesWithGaps().filter("id = 2").first().getAs("price");
    double twice = price * 2;
    Double.toString(twice);
  }

  static void nullInAnImmutableList(Bench bench) {
    String city = bench.homesWithGaps().filter("id = 2").first().getAs("city");
    List.of(city);
  }

  static void arrayTooShort(Bench bench) {
    String[] columns = bench.homes().columns();
    columns[columns.length].trim();
  }

  static void listTooShort(Bench bench) {
    bench.homes().collectAsList().get(4);
  }

  static void substringTooShort(Bench bench) {
    bench.homes().columns()[0].substring(5);
  }

  static void addToAnImmutableList(Bench bench) {
    List<String> columns = List.of(bench.homes().columns());
    columns.add("label");
  }

  static void addToAnUnmodifiableView(Bench bench) {
    List<String> columns = new ArrayList<>(List.of(bench.homes().columns()));
    Collections.unmodifiableList(columns).add("label");
  }

  static void addToCollectedRows(Bench bench) {
    List<Row> rows = bench.homes().collectAsList();
    rows.add(RowFactory.create(5, 80.0, 1, "Rome"));
  }

  static void arrayListTooShort(Bench bench) {
    new ArrayList<>(bench.homes().collectAsList()).get(4);
  }

  static void nullRefused(Bench bench) {
    String city = bench.homesWithGaps().filter("id = 2").first().getAs("city");
    Objects.requireNonNull(city);
  }

  static void nextOfAnEmptyList(Bench bench) {
    bench.homes().filter("price > 1000").collectAsList().iterator().next();
  }

  static void notANumber(Bench bench) {
    String price = bench.rawPrices().first().getString(0);
    Double.parseDouble(price);
  }

  static void notADate(Bench bench) {
    LocalDate.parse(bench.homes().first().getString(3));
  }

  static void integerDivisionByZero(Bench bench) {
    int rooms = bench.homes().filter("id = 3").first().getInt(2);
    Math.abs(100 / rooms);
  }

  static void endlessRecursion(Bench bench) {
    depth(bench.homes().columns().length);
  }

  static void streamUsedTwice(Bench bench) {
    Stream<String> names = Stream.of(bench.homes().columns());
    names.count();
    names.count();
  }

  static void changedWhileLooping(Bench bench) {
    List<String> names = new ArrayList<>(List.of(bench.homes().columns()));
    for (String name : names) {
      names.remove(name);
    }
  }

  static void duplicateKeyInAMap(Bench bench) {
    bench.homes().collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(3), row -> row.getDouble(1)));
  }

  static void hugeArray(Bench bench) {
    long[] all = new long[Integer.MAX_VALUE];
    all[0] = 1;
  }

  static void stillToDo(Bench bench) {
    throw new UnsupportedOperationException("TODO 3: Learn the medians");
  }

  static void ownError(Bench bench) {
    throw new IllegalStateException("The pipeline has no stages\nand more text on other lines");
  }

  static void ownErrorWithoutText(Bench bench) {
    Map<String, Integer> counts = new HashMap<>();
    if (counts.isEmpty()) {
      throw new IllegalStateException();
    }
  }

  static void checkedErrorWithACause(Bench bench) throws Exception {
    try {
      bench.homes().select("prise");
    } catch (Exception e) {
      throw new RuntimeException("Could not read the prices", e);
    }
  }

  private static int depth(int n) {
    return 1 + depth(n + 1);
  }
}
