package day2.profiling.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.TableRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each column ({@code of}) {@code is} by the rules of the lesson, and {@code why}: texts. */
record Rules(Table table) {

  /**
   * Judges what an answer says of each column, and tells the first rule that is broken.
   *
   * @param said hands over a column and a word, as often as the answer says one
   * @param nothing the word for a column of which nothing is said
   */
  void judge(Consumer<BiConsumer<String, String>> said, String nothing, String what, Given given) {
    Map<String, String> found = new LinkedHashMap<>();
    table.stream().forEach(row -> found.put(row.text("of"), nothing));
    compute(
        what,
        () -> {
          said.accept(
              (column, word) ->
                  found.merge(column, word, (all, w) -> all.equals(nothing) ? w : both(all, w)));
          return found;
        });
    TableBuilder rows = Table.builder("of:string", "is:string");
    found.forEach(rows::row);
    Table wrong = table.where(row -> !row.text("is").equals(found.get(row.text("of"))));
    expect(given.frame(rows.build()))
        .as(what)
        .toHaveRows(table.drop("why"))
        .diagnose("broken-rule", frame -> wrong.size() > 0, frame -> said(wrong.at(0), found));
  }

  /** In the order of the alphabet. */
  private static String both(String words, String word) {
    return Stream.of((words + ", " + word).split(", ")).sorted().collect(Collectors.joining(", "));
  }

  private static String said(TableRow wrong, Map<String, String> found) {
    String of = wrong.text("of");
    return "`%s`: %s was expected, and yours is %s; %s"
        .formatted(of, wrong.text("is"), found.get(of), wrong.text("why"));
  }
}
