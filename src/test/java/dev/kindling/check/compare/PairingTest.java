package dev.kindling.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static Pairing pairing(Table expected, Table actual) {
    return Pairing.of(rows(expected), rows(actual), Tolerances.DEFAULT);
  }

  private static RowSet rows(Table table) {
    return RowSet.of(table, RowSet.of(new org.apache.spark.sql.types.StructType()));
  }

  private static List<String> key(String expected) {
    Table table = Table.parse(expected);
    return pairing(table, table).key();
  }

  private static List<String> pairs(Pairing pairing) {
    return pairing.pairs().stream().map(pair -> pair.expected() + "-" + pair.actual()).toList();
  }

  @Test
  void anIdIsTheFirstChoiceWhereverItStands() {
    assertThat(key("name:string | n:int | bottle id:long\na | 1 | 7\nb | 2 | 8"))
        .containsExactly("bottle id");
    assertThat(key("name:string | x:double | ID:int\na | 1 | 7\nb | 2 | 8")).containsExactly("ID");
    assertThat(key("paid:int | hostId:int\n1 | 7\n2 | 8")).containsExactly("hostId");
    assertThat(key("host_id:int | name:string\n7 | a\n7 | b")).containsExactly("name");
  }

  @Test
  void aNameIsBetterThanACountThoughAllCountsDiffer() {
    assertThat(key("n:long | city:string\n1 | a\n2 | b")).containsExactly("city");
    assertThat(key("n:long | at:date\n1 | 2024-01-01\n2 | 2024-01-02")).containsExactly("at");
    assertThat(key("n:long | a:string | b:string\n1 | x | x\n2 | x | y\n3 | y | x"))
        .containsExactly("a", "b");
    assertThat(key("n:int | x:double\n1 | 0.5\n2 | 0.7")).containsExactly("n");
  }

  @Test
  void twoIdsTogetherAreAKey() {
    assertThat(
            key(
                "user_id:int | item_id:int | name:string\n1 | 1 | a\n1 | 2 | b\n2 | 1 | c\n2 | 2 | d"))
        .containsExactly("user_id", "item_id");
  }

  @Test
  void aFractionIsAKeyOnlyWhereThereIsNothingElse() {
    assertThat(key("low:double | flag:boolean\n0.0 | true\n0.5 | true")).containsExactly("low");
    Pairing pairing =
        pairing(
            Table.parse("low:double | v:array<int>\n0.1 | [1]\n0.5 | [2]"),
            Table.of("low", "v").row(0.5, List.of(3)).row(0.1 + 1e-16, List.of(1)));
    assertThat(pairs(pairing)).containsExactly("0-1", "1-0");
  }

  @Test
  void aNullIsAKeyLikeAnyOther() {
    Pairing pairing =
        pairing(
            Table.parse("city:string | n:int\na | 1\nnull | 2"),
            Table.parse("city:string | n:int\nnull | 1\na | 5"));
    assertThat(pairing.key()).containsExactly("city");
    assertThat(pairs(pairing)).containsExactly("0-1", "1-0");
  }

  @Test
  void allRowsOfALargeFrameAreRecognisedHoweverWrong() {
    var expected = Table.builder("id:int", "x:double", "kind:string");
    var actual = Table.builder("kind:string", "id:int", "x:double");
    int size = 20_000;
    for (int i = 0; i < size; i++) {
      expected.row(i, i / 2.0, "k" + i % 7);
      actual.row("other", size - 1 - i, -1.0);
    }
    Pairing pairing = pairing(expected.build(), actual.build());
    assertThat(pairing.key()).containsExactly("id");
    assertThat(pairing.pairs())
        .hasSize(size)
        .allMatch(pair -> pair.expected() + pair.actual() == size - 1);
  }

  @Test
  void rowsThatAreMissingOrTooManyStandAlone() {
    Pairing pairing =
        pairing(
            Table.parse("id:int | x:int\n1 | 10\n2 | 20\n3 | 30"),
            Table.parse("id:int | x:int\n3 | 7\n4 | 8\n1 | 9\n1 | 10"));
    assertThat(pairs(pairing)).containsExactly("0-3", "1--1", "2-0", "-1-1", "-1-2");
  }

  @Test
  void aRowOfWhichOnlyTheKeyWentWrongIsRecognisedAllTheSame() {
    Pairing pairing =
        pairing(
            Table.parse("name:string | x:double\nprice | 120.5\nbeds | 2.0"),
            Table.parse("name:string | x:double\nPrice | 120.5\nbeds | 2.5"));
    assertThat(pairing.isByKey()).isTrue();
    assertThat(pairs(pairing)).containsExactly("0-0", "1-1");
  }

  @Test
  void twoRowsThatCouldBeMeantAreLeftAlone() {
    Pairing pairing =
        pairing(
            Table.parse("id:int | x:int\n1 | 5\n2 | 5\n3 | 6"),
            Table.parse("id:int | x:int\n3 | 6\n8 | 5\n1 | 5"));
    assertThat(pairs(pairing)).containsExactly("0-2", "1-1", "2-0");
    Pairing unsure =
        pairing(
            Table.parse("id:int | x:int\n1 | 5\n2 | 5\n3 | 6\n4 | 7"),
            Table.parse("id:int | x:int\n3 | 6\n4 | 6\n8 | 5\n9 | 5"));
    assertThat(pairs(unsure)).containsExactly("0--1", "1--1", "2-0", "3-1", "-1-2", "-1-3");
  }

  @Test
  void aColumnThatWentWrongItselfIsNoKey() {
    Pairing pairing =
        pairing(
            Table.parse("name:string | n:int | x:double\na | 1 | 1\nb | 2 | 2\nc | 3 | 3"),
            Table.parse("name:string | n:int | x:double\nA | 1 | 1\nB | 2 | 2\nC | 3 | 5"));
    assertThat(pairing.key()).containsExactly("n");
    assertThat(pairs(pairing)).containsExactly("0-0", "1-1", "2-2");
  }

  @Test
  void withoutAKeyEqualRowsAreTogetherAndTheOthersByLikeness() {
    Pairing pairing =
        pairing(
            Table.parse("kind:string | n:int | x:double\na | 1 | 1\na | 1 | 1\nb | 2 | 2"),
            Table.parse("kind:string | n:int | x:double\nb | 2 | 9\na | 1 | 1\na | 1 | 1"));
    assertThat(pairing.isByKey()).isFalse();
    assertThat(pairs(pairing)).containsExactlyInAnyOrder("0-1", "1-2", "2-0");
  }

  @Test
  void aColumnOfAnotherTypeOrThatIsNotThereIsNoKey() {
    Table expected = Table.parse("id:int | name:string\n1 | a\n2 | b");
    assertThat(pairing(expected, Table.parse("id:string | name:string\n1 | a\n2 | b")).key())
        .containsExactly("name");
    assertThat(pairing(expected, Table.parse("name:string\nb\na")).key()).containsExactly("name");
    assertThat(pairs(pairing(expected, Table.parse("z:int\n1")))).hasSize(3);
  }

  @Test
  void noRowsPairWithNothing() {
    Table one = Table.parse("id:int\n1");
    assertThat(pairs(pairing(one, one.head(0)))).containsExactly("0--1");
    assertThat(pairs(pairing(one.head(0), one))).containsExactly("-1-0");
  }
}
