package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A bar for each category.
 *
 * @param value the column that is aggregated; null to count rows
 */
record Bars(Dataset<Row> frame, String category, @Nullable String value, Aggregate aggregate)
    implements Kind {

  @Override
  public String name() {
    return "A bar chart";
  }

  @Override
  public Set<Option> options() {
    return Set.of(Option.LOG);
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Columns columns = new Columns(frame);
    Facts.Question question = new Facts.Question(frame).category(category);
    if (value != null) {
      question.number(value, false);
    }
    Facts facts = question.ask();
    Column length =
        value == null
            ? functions.count(functions.lit(1)).cast("double")
            : aggregate.of(columns.number(value));
    List<Row> rows =
        question
            .usable()
            .groupBy(columns.category(category).as("category"))
            .agg(length.as("length"), functions.count(functions.lit(1)).as("rows"))
            .orderBy(functions.col("rows").desc(), functions.col("category"))
            .limit(Categories.MOST + 1)
            .collectAsList();
    String name = name(value == null ? "count" : aggregate.word() + "_" + value);
    SpecDraft draft = new SpecDraft("bar");
    long drawn = 0;
    for (Row row : Categories.drawn(rows)) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put(category, Cells.of(row.get(0)));
      cells.put(name, Cells.of(row.get(1)));
      draft.row(cells);
      drawn += row.getLong(2);
    }
    boolean ordered = columns.isOrdered(category);
    draft
        .encode("x", category, ordered ? "ordinal" : "nominal", category)
        .put("sort", ordered ? "ascending" : "-y");
    String words = value == null ? "rows" : aggregate.word() + " of " + value;
    var y = draft.encode("y", name, "quantitative", words);
    if (settings.log()) {
      y.putObject("scale").put("type", "log");
    }
    String title = (value == null ? "Rows" : aggregate.word() + " of " + value) + " by " + category;
    List<String> subtitle = facts.subtitle();
    Categories.tell(rows, facts, category, subtitle);
    return new Captions(settings)
        .write(
            draft,
            title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1),
            "Bar chart: %s for %d values of %s."
                .formatted(words, Categories.drawn(rows).size(), category),
            subtitle)
        .notes(facts.notes(drawn, false))
        .spec();
  }

  /** A name for the aggregated column that is not the category's own. */
  private String name(String wanted) {
    return wanted.equals(category) ? wanted + "_" : wanted;
  }
}
