package dev.kindling.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlRuleTest {

  private static List<String> all(SqlRule rule, String text) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rule.place(text, i).map(SqlRule.Place::text).ifPresent(found::add);
    }
    return found;
  }

  @Test
  void eachPlaceIsChangedByItself() {
    assertThat(all(SqlRule.DESC, "ORDER BY a DESC, b desc, description"))
        .containsExactly(
            "ORDER BY a ASC, b desc, description", "ORDER BY a DESC, b ASC, description");
  }

  @Test
  void thePlaceKnowsItsLine() {
    Optional<SqlRule.Place> place = SqlRule.AT_LEAST.place("SELECT 1\n  WHERE a >= 2\nLIMIT 3", 0);

    assertThat(place)
        .hasValue(new SqlRule.Place(">=", ">", "WHERE a >= 2", "SELECT 1\n  WHERE a > 2\nLIMIT 3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AND       | x BETWEEN 6 PRECEDING AND CURRENT ROW",
        "AT_MOST   | a <=> b",
        "EQUAL     | a <=> b AND c >= d AND e != f",
        "COUNT     | count(*) OVER ()",
        "NUMBER    | '7' + 0.5 + a1 + :n",
        "NOT_NULL  | a IS NULL",
        "NULL      | a IS NOT NULL",
        "RANK      | dense_rank() OVER ()",
      })
  void whatOnlyLooksLikeAPlaceIsLeftAlone(SqlRule rule, String text) {
    assertThat(all(rule, text)).isEmpty();
  }

  @Test
  void aQueryIsKnownByItsWords() {
    assertThat(SqlRule.isQuery("WITH a AS (\n  SELECT 1\n  FROM b) SELECT 2")).isTrue();
    assertThat(SqlRule.isQuery("Selected by name.")).isFalse();
  }
}
