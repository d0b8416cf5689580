package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A box for each category. Vega's own box plot wants all values; it gets the five numbers instead,
 * from which it works out the very same five numbers.
 */
record Boxes(Dataset<Row> frame, String category, String value) implements Kind {

  private static final double REACH = 1.5;
  private static final List<String> STATISTICS = List.of("low", "q1", "median", "q3", "high");

  @Override
  public String name() {
    return "A box plot";
  }

  @Override
  public Set<Option> options() {
    return Set.of(Option.LOG);
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Columns columns = new Columns(frame);
    Facts.Question question =
        new Facts.Question(frame).number(value, settings.log()).category(category);
    Facts facts = question.ask();
    Dataset<Row> usable =
        question
            .usable()
            .select(columns.category(category).as("category"), columns.number(value).as("value"));
    List<Row> quartiles = quartiles(usable);
    List<Row> boxes = Categories.drawn(quartiles);
    Map<Object, Row> whiskers = boxes.isEmpty() ? Map.of() : whiskers(usable, boxes);
    SpecDraft draft = new SpecDraft("boxplot").mark("extent", "min-max");
    long drawn = 0;
    long beyond = 0;
    for (Row box : boxes) {
      Row reach = Objects.requireNonNull(whiskers.get(box.get(0)), "Each box has whiskers.");
      double[] numbers = {
        reach.getDouble(1), box.getDouble(1), box.getDouble(2), box.getDouble(3), reach.getDouble(2)
      };
      for (int i = 0; i < numbers.length; i++) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put(category, Cells.of(box.get(0)));
        cells.put(value, numbers[i]);
        cells.put("statistic", STATISTICS.get(i));
        draft.row(cells);
      }
      drawn += box.getLong(4);
      beyond += reach.getLong(3);
    }
    boolean ordered = columns.isOrdered(category);
    draft.encode("x", category, ordered ? "ordinal" : "nominal", category).put("sort", "ascending");
    var y = draft.encode("y", value, "quantitative", value);
    y.putObject("scale").put("zero", false);
    if (settings.log()) {
      y.putObject("scale").put("type", "log");
    }
    List<String> subtitle = facts.subtitle();
    if (beyond > 0) {
      subtitle.add(
          "%,d of %,d values lie beyond the whiskers (1.5 × the box) and are not drawn"
              .formatted(beyond, drawn));
    }
    Categories.tell(quartiles, facts, category, subtitle);
    return new Captions(settings)
        .write(
            draft,
            value + " by " + category,
            "Box plot of %s for %d values of %s.".formatted(value, boxes.size(), category),
            subtitle)
        .notes(facts.notes(drawn, false))
        .spec();
  }

  /** The second job: category, three quartiles and the number of rows. */
  private static List<Row> quartiles(Dataset<Row> usable) {
    Column value = functions.col("value");
    return usable
        .groupBy("category")
        .agg(
            quantile(value, 0.25),
            quantile(value, 0.5),
            quantile(value, 0.75),
            functions.count(value).as("rows"))
        .orderBy(functions.col("rows").desc(), functions.col("category"))
        .limit(Categories.MOST + 1)
        .collectAsList();
  }

  private static Column quantile(Column value, double share) {
    return functions.percentile(value, functions.lit(share));
  }

  /** The third job: category, where the whiskers end, and how many values lie beyond. */
  private static Map<Object, Row> whiskers(Dataset<Row> usable, List<Row> boxes) {
    Column low = functions.lit(null).cast("double");
    Column high = functions.lit(null).cast("double");
    for (Row box : boxes) {
      double first = box.getDouble(1);
      double third = box.getDouble(3);
      double reach = REACH * (third - first);
      Column same = functions.col("category").eqNullSafe(functions.lit(box.get(0)));
      low = functions.when(same, first - reach).otherwise(low);
      high = functions.when(same, third + reach).otherwise(high);
    }
    Column value = functions.col("value");
    Column within = value.between(functions.col("low"), functions.col("high"));
    Map<Object, Row> whiskers = new LinkedHashMap<>();
    usable
        .withColumn("low", low)
        .withColumn("high", high)
        .where(functions.col("low").isNotNull())
        .groupBy("category")
        .agg(
            functions.min(functions.when(within, value)),
            functions.max(functions.when(within, value)),
            functions.count_if(functions.not(within)))
        .collectAsList()
        .forEach(row -> whiskers.put(row.get(0), row));
    return whiskers;
  }
}
