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
import org.jspecify.annotations.Nullable;

/**
 * One number.
 *
 * @param aggregate of all values; null when the frame has one row and its value is the number
 */
record Counter(Dataset<Row> frame, String column, @Nullable Aggregate aggregate) implements Kind {

  @Override
  public String name() {
    return "A counter";
  }

  @Override
  public Set<Option> options() {
    return Set.of();
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Column number = new Columns(frame).number(column);
    if (aggregate == null) {
      List<Row> rows = frame.select(number).takeAsList(2);
      if (rows.size() != 1) {
        throw new IllegalArgumentException(
            "A counter shows one number, but the frame has %s. Aggregate it first, or say how: counter(frame, \"%s\", Aggregate.MEDIAN)."
                .formatted(rows.isEmpty() ? "no rows" : "more than one row", column));
      }
      return draw(settings, new Facts(1, 1, Map.of(), 0, 0, 0), column, rows.get(0).get(0));
    }
    Facts.Question question = new Facts.Question(frame).number(column, false);
    Facts facts = question.ask();
    Object value = question.usable().agg(aggregate.of(number)).first().get(0);
    return draw(settings, facts, aggregate.word() + "_" + column, value);
  }

  private ChartSpec draw(Settings settings, Facts facts, String name, Object value) {
    String words = aggregate == null ? column : aggregate.word() + " of " + column;
    Map<String, Object> cells = new LinkedHashMap<>();
    Object number = Cells.of(value);
    cells.put(name, number instanceof String ? null : number);
    SpecDraft draft = new SpecDraft("text").row(cells);
    draft.encode("text", name, "quantitative", words);
    return new Captions(settings)
        .write(draft, words, "%s: %s.".formatted(words, number), facts.subtitle())
        .notes(facts.notes(facts.usable(), false))
        .spec();
  }
}
