package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextTest {

  @Test
  void everyTypeIsReadAsThePlainJavaValue() {
    Table table =
        Table.parse(
            """

            id:long | small:short | tiny:byte | whole:int | ok:boolean | f:float | x:double  | tax:decimal(8,2)

            1       | 2           | -3        | 10_000    | true       | 1.5     | 30_000.25 | 2.5
            """);
    assertThat(table.columns())
        .containsExactly("id", "small", "tiny", "whole", "ok", "f", "x", "tax");
    assertThat(table.rows().get(0))
        .containsExactly(
            1L, (short) 2, (byte) -3, 10_000, true, 1.5f, 30_000.25, new BigDecimal("2.50"));
    assertThat(table.types().get("tax").text()).isEqualTo("decimal(8,2)");
  }

  @Test
  void daysAndMomentsAreThoseOfJavaTime() {
    Table table =
        Table.parse(
            """
            day:date   | at:timestamp         | local:timestamp_ntz
            2024-02-29 | 2024-02-29T10:30:00Z | 2024-02-29 10:30:00
            2024-03-01 | 2024-02-29 10:30:00  | null
            """);
    Instant moment = Instant.parse("2024-02-29T10:30:00Z");
    assertThat(table.rows().get(0))
        .containsExactly(LocalDate.of(2024, 2, 29), moment, LocalDateTime.of(2024, 2, 29, 10, 30));
    assertThat(table.rows().get(1)).containsExactly(LocalDate.of(2024, 3, 1), moment, null);
  }

  @Test
  void nullNanAndInfinityAreWrittenAsTheyAreCalled() {
    Table table = Table.parse("x:double | y:float\nnull | NaN\n-Infinity | Infinity\n1e3 | -2");
    assertThat(table.column("x")).containsExactly(null, Double.NEGATIVE_INFINITY, 1000.0);
    assertThat(table.column("y")).containsExactly(Float.NaN, Float.POSITIVE_INFINITY, -2f);
  }

  @Test
  void quotesHoldWhatWouldOtherwiseBeLostOrCut() {
    Table table =
        Table.parse(
            """
            a:string   | b:string
            ''         | ""
            ' a '      | "null"
            'a | b'    | '''tis'
            Captain's  | "the ""Old"" Quay"
            a, [b] "c" | The "Old" Quay
            """);
    assertThat(table.column("a")).containsExactly("", " a ", "a | b", "Captain's", "a, [b] \"c\"");
    assertThat(table.column("b"))
        .containsExactly("", "null", "'tis", "the \"Old\" Quay", "The \"Old\" Quay");
  }

  @Test
  void vectorsAndArraysAreLists() {
    Table table =
        Table.parse(
            """
            v:vector     | words:array<string>  | nested:array<array<int>>
            [1, 2.5, -3] | [a, 'b, c', null]    | [[1, 2], [], null]
            []           | ["x | y", It's, ' '] | []
            null         | null                 | null
            """);
    assertThat(table.column("v")).containsExactly(List.of(1.0, 2.5, -3.0), List.of(), null);
    assertThat(table.column("words"))
        .containsExactly(Arrays.asList("a", "b, c", null), List.of("x | y", "It's", " "), null);
    assertThat(table.column("nested"))
        .containsExactly(Arrays.asList(List.of(1, 2), List.of(), null), List.of(), null);
  }

  @Test
  void aTableMayHaveNoRows() {
    Table table = Table.parse("id:int | price:double");
    assertThat(table.size()).isZero();
    assertThat(table.types().get("price")).isEqualTo(ColumnType.Scalar.DOUBLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "id:int | x:double\\n1 | 12,5; Line 2, column 5 of the table: '12,5' is no double: write it like 12.5, or null.",
        "id:int\\n\\n  1.0; Line 3, column 3 of the table: '1.0' is no int: write it like 12, or null.",
        "id:byte\\n300; Line 2, column 1 of the table: '300' is no byte: write it like 12, or null.",
        "id:long\\n99999999999999999999; Line 2, column 1 of the table: '99999999999999999999' is no long: write it like 12, or null.",
        "t:decimal(4,1)\\n2.25; Line 2, column 1 of the table: '2.25' is no decimal(4,1): write it like 1.0, or null.",
        "ok:boolean\\nyes; Line 2, column 1 of the table: 'yes' is no boolean: write it like true, or null.",
        "d:date\\n29.2.2024; Line 2, column 1 of the table: '29.2.2024' is no date: write it like 2024-02-29, or null.",
        "v:vector\\n[1, null]; Line 2, column 1 of the table: '[1, null]' is no vector: write it like [1.0, 0.5], or null.",
        "v:array<int>\\n1, 2; Line 2, column 1 of the table: '1, 2' is no array<int>: write it like [12, 12], or null.",
        "v:array<int>\\n[1, x]; Line 2, column 1 of the table: 'x' is no int: write it like 12, or null.",
        "a:string | b:string\\nx |; Line 2, column 4 of the table: there is no value: write null if it is missing, and '' for an empty text.",
        "a:string | b:string\\nx | 'y; Line 2, column 5 of the table: 'y is never closed: write ' behind the text, too.",
        "a:string\\n'x' y'; Line 2, column 1 of the table: 'x' y' goes on behind its closing quote: end it there, or write a quote within it twice.",
        "a:string | b:int\\nx; Line 2 of the table has 1 values, but there are 2 columns: x.",
        "id | x:int; Line 1, column 1 of the table: column 'id' has no type: write it like 'id:int'.",
        "id:int | :int; Line 1, column 10 of the table: ':int' names no column: write it like 'price:double'.",
        "id:int | x:number; Line 1, column 10 of the table: 'number' is no type of a column: write string, boolean, byte, short, int, long, float, double, date, timestamp, timestamp_ntz, decimal(8,2), vector, or array<…> of one of these.",
        "id:int | id:long; Line 1, column 10 of the table: there is a column 'id' already: give each a name of its own.",
      })
  void whatCannotBeReadIsToldWithLineAndColumn(String text, String message) {
    assertThatThrownBy(() -> Table.parse(text.replace("\\n", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\n"})
  void anEmptyTextIsNoTable(String text) {
    assertThatThrownBy(() -> Table.parse(text))
        .hasMessage(
            "The text of a table is empty: begin with a line such as 'id:int | city:string'.");
  }
}
