package day2.profiling.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.FrameExpectation;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What each column ({@code of}) {@code is} by the rules of the lesson, and {@code why}: texts. */
record Rules(Table table) {

  /**
   * What an answer says of each column, beside what the rules say.
   *
   * @param said hands over a column and a word, as often as the answer says one
   * @param nothing the word for a column of which nothing is said
   */
  FrameExpectation beside(
      Consumer<BiConsumer<String, String>> said, String nothing, String what, Given given) {
    Map<Object, Object> why = table.lookup("of", "why");
    Map<Object, List<String>> words = new LinkedHashMap<>();
    table.column("of").forEach(column -> words.put(column, new ArrayList<>()));
    compute(
        what,
        () -> {
          said.accept((column, w) -> words.computeIfAbsent(column, c -> new ArrayList<>()).add(w));
          return words;
        });
    TableBuilder found = Table.builder("of:string", "is:string", "why:string");
    words.forEach(
        (column, all) -> {
          all.sort(null);
          found.row(column, all.isEmpty() ? nothing : String.join(", ", all), why.get(column));
        });
    return expect(given.frame(found.build())).as(what).toHaveRows(table);
  }
}
