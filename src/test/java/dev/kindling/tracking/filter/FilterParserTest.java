package dev.kindling.tracking.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.tracking.protocol.TrackingException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilterParserTest {

  private static List<Clause> parse(String filter) {
    return new FilterParser(new RunGrammar()).parse(filter);
  }

  private static Clause clause(SubjectType type, String key, String comparator, Value value) {
    return new Clause(new Subject(type, key), comparator, value);
  }

  @Test
  void readsEveryKindOfClause() {
    assertThat(
            parse(
                "metrics.`val loss` >= -1.5e-3 AND params.lr like '0.1%' and tags.a.b = \"it's\""
                    + " AND start_time < 12 AND run_id NOT IN ('a', 'b') AND tags.x IS NULL"
                    + " AND dataset.name ILIKE 'iris'"))
        .containsExactly(
            clause(SubjectType.METRIC, "val loss", ">=", new Value.Decimal(-0.0015)),
            clause(SubjectType.PARAMETER, "lr", "LIKE", new Value.Text("0.1%")),
            clause(SubjectType.TAG, "a.b", "=", new Value.Text("it's")),
            clause(
                SubjectType.ATTRIBUTE, "start_time", "<", new Value.Whole(BigInteger.valueOf(12))),
            clause(SubjectType.ATTRIBUTE, "run_id", "NOT IN", new Value.Texts(List.of("a", "b"))),
            clause(SubjectType.TAG, "x", "IS NULL", new Value.None()),
            clause(SubjectType.DATASET, "name", "ILIKE", new Value.Text("iris")));
  }

  @Test
  void noFilterHasNoClauses() {
    assertThat(parse(null)).isEmpty();
    assertThat(parse("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "a = 1 OR b = 2, Invalid clause(s) in filter string: 'OR'",
        "metrics.a = 'x', Expected numeric value type for metric. Found 'x'",
        "foo.a = 'x', |Invalid entity type 'foo'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']|"
      })
  void saysWhatIsWrong(String filter, String message) {
    assertThatThrownBy(() -> parse(filter))
        .isInstanceOf(TrackingException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"'a''b', 6", "'a\\'b', 6", "'a\\', 4", "'a'', 3", "'', 2", "'a, -1", "', -1"})
  void aQuotationEndsWhereItCan(String text, int end) {
    assertThat(QuoteScanner.end(text, 0, '\'')).isEqualTo(end);
  }
}
