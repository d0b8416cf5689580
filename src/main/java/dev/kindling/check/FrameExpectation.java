package dev.kindling.check;

import dev.kindling.check.compare.ColumnWords;
import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.FrameComparison;
import dev.kindling.check.compare.Freedom;
import dev.kindling.check.compare.Freedoms;
import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.compare.RowSet;
import dev.kindling.check.compare.Tolerance;
import dev.kindling.check.compare.Tolerances;
import dev.kindling.check.compare.TypeWords;
import dev.kindling.data.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What a check expects of a frame. Rows compare as a multiset unless the order is asked for;
 * columns are matched by name; null equals null and NaN equals NaN. The rows are collected once,
 * when a comparison first needs them.
 */
public final class FrameExpectation extends Expectation<FrameExpectation, Dataset<Row>> {

  private Tolerances tolerances = Tolerances.DEFAULT;
  private Freedoms freedoms = Freedoms.NONE;
  private FrameComparison latest = new FrameComparison(tolerances, false);

  /** Null until they were looked for; empty where there are too many. */
  @SuppressWarnings("NullableOptional")
  private @Nullable Optional<List<Row>> rows;

  private @Nullable Supplier<Compared> looked;
  private @Nullable RowSet rowsWanted;

  FrameExpectation(Dataset<Row> actual) {
    super(actual);
  }

  /** How far numbers may be apart, in every numeric column that is not named. */
  public FrameExpectation within(double tolerance) {
    tolerances = tolerances.within(Tolerance.within(tolerance));
    return this;
  }

  /** How far the numbers of one column may be apart. */
  public FrameExpectation within(String column, double tolerance) {
    tolerances = tolerances.within(column, Tolerance.within(tolerance));
    return this;
  }

  /**
   * Leaves the sign of columns open: all numbers of such a column may be negated, and so may, in a
   * column of vectors, all numbers of one place. A component and its opposite are the same.
   */
  public FrameExpectation upToSign(String... columns) {
    List.of(columns).forEach(column -> freedoms = freedoms.and(column, Freedom.SIGN));
    return this;
  }

  /**
   * Leaves open what the labels of columns are called, such as which cluster has the number 0: two
   * rows must have the same label or two, as expected.
   */
  public FrameExpectation upToRelabelling(String... columns) {
    List.of(columns).forEach(column -> freedoms = freedoms.and(column, Freedom.LABELS));
    return this;
  }

  /** Goes on with these columns alone; they must be there. */
  public FrameExpectation columns(String... names) {
    return new FrameExpectation(some(names)).as(subject());
  }

  /**
   * Goes on with the values of one column in the order of the rows, as plain Java values: a vector
   * and an array are lists.
   */
  public ListExpectation<Object> column(String name) {
    return listed(name, FrameReader.table(subject(), some(name)));
  }

  /** The same in the ascending order of another column, such as an id. */
  public ListExpectation<Object> column(String name, String orderedBy) {
    return listed(name, FrameReader.table(subject(), some(name, orderedBy)).sortBy(orderedBy));
  }

  private ListExpectation<Object> listed(String name, Table rows) {
    return new ListExpectation<>(rows.column(name))
        .as("the column '%s' of %s".formatted(name, subject()));
  }

  private Dataset<Row> some(String... names) {
    toContainColumns(names);
    CheckScope.current().settle();
    return AnswerCode.compute(subject(), () -> FrameReader.select(actual(), names));
  }

  /** Exactly these columns, in any order. */
  public FrameExpectation toHaveColumns(String... columns) {
    List<String> expected = List.of(columns);
    looked = () -> Compared.list(columns(), expected, Tolerance.DEFAULT, false);
    return judge(() -> columnMismatch(expected, ColumnWords.difference(expected, columns())));
  }

  /** Exactly these columns in this order. */
  public FrameExpectation toHaveColumnsInOrder(String... columns) {
    List<String> expected = List.of(columns);
    looked = () -> Compared.list(columns(), expected, Tolerance.DEFAULT, true);
    return judge(
        () -> {
          Optional<String> words = ColumnWords.difference(expected, columns());
          return words.isEmpty() && !expected.equals(columns())
              ? columnMismatch(expected, Optional.of("the columns are in another order"))
              : columnMismatch(expected, words);
        });
  }

  /** At least these columns. */
  public FrameExpectation toContainColumns(String... columns) {
    List<String> expected = List.of(columns);
    looked =
        () ->
            Compared.list(
                columns().stream().filter(expected::contains).toList(),
                expected,
                Tolerance.DEFAULT,
                false);
    return judge(() -> columnMismatch(expected, ColumnWords.missing(expected, columns())));
  }

  /** Exactly these columns with these types, in any order; whether null is allowed is ignored. */
  public FrameExpectation toHaveSchema(StructType schema) {
    looked = () -> Compared.shapes(RowSet.of(schema()), RowSet.of(schema));
    return judge(() -> latest.compareShape(subject(), RowSet.of(schema), RowSet.of(schema())));
  }

  /** One column with this type. */
  public FrameExpectation toHaveType(String column, DataType type) {
    List<String> expected = List.of(column);
    looked = () -> Compared.value(typeOf(column), TypeWords.name(type), Tolerance.DEFAULT);
    return judge(
        () ->
            columnMismatch(expected, ColumnWords.missing(expected, columns()))
                .or(
                    () ->
                        TypeWords.difference(column, type, schema().apply(column).dataType())
                            .map(words -> Mismatch.of("In %s, %s.".formatted(subject(), words)))));
  }

  /** This many rows. */
  public FrameExpectation toHaveRowCount(long count) {
    looked = () -> counted(count);
    return judge(
        () -> {
          long found = count(count);
          return unless(
              found == count,
              () ->
                  new Mismatch(
                      "Expected %s in %s, but there %s."
                          .formatted(Words.count(count, "row"), subject(), Words.are(found)),
                      Long.toString(count),
                      Long.toString(found)));
        });
  }

  /** Exactly these rows, in any order. */
  public FrameExpectation toHaveRows(Table expected) {
    return judgeRows(false, frame -> RowSet.of(expected, frame));
  }

  /** Exactly the rows of another frame, in any order. */
  public FrameExpectation toHaveRows(Dataset<Row> expected) {
    return judgeRows(false, frame -> FrameReader.expected(expected));
  }

  /** Exactly these rows in this order. */
  public FrameExpectation toHaveRowsInOrder(Table expected) {
    return judgeRows(true, frame -> RowSet.of(expected, frame));
  }

  /** Exactly the rows of another frame, in its order. */
  public FrameExpectation toHaveRowsInOrder(Dataset<Row> expected) {
    return judgeRows(true, frame -> FrameReader.expected(expected));
  }

  /**
   * A condition.
   *
   * @param what what must hold, such as "no price is null"
   * @param holds whether it does; a failure to compute it is the answer's
   */
  public FrameExpectation toSatisfy(String what, Predicate<? super Dataset<Row>> holds) {
    looked = this::whole;
    return judge(
        () ->
            unless(
                AnswerCode.compute(subject(), () -> holds.test(actual())),
                () -> Mismatch.of("Expected of %s: %s.".formatted(subject(), what))));
  }

  /**
   * Names a kind of wrong values of which no single example stands for all. It is named if at least
   * one cell differs and all that differ are of the kind; rows are recognised by their key, and
   * none may be missing or too many. After a {@code toHaveRows} alone.
   *
   * @param id the name of the mistake
   * @param kind whether a cell is of the kind
   * @param words about the first such cell: {@code {column}}, {@code {yours}}, {@code {expected}}
   *     in them, and the name of any column in braces, become that cell's; {@code {row.column}} is
   *     the value in a column that is called like one of the three
   */
  public FrameExpectation diagnoseCells(
      String id, Predicate<? super DifferingCell> kind, String words) {
    return diagnosis(
        id,
        () -> {
          List<DifferingCell> cells = cells();
          return !cells.isEmpty() && cells.stream().allMatch(kind);
        },
        () -> cells().get(0).in(words));
  }

  private List<DifferingCell> cells() {
    return rowsWanted == null
        ? List.of()
        : DifferingCells.of(rowsWanted, collected(), latest.tolerances());
  }

  /** Recognises these wrong rows, compared as the failed {@code to…} compared. */
  public FrameExpectation diagnose(String id, Table wrong, String message) {
    return diagnose(id, () -> wrong, message);
  }

  /** The same, with a message made from the frame. */
  public FrameExpectation diagnose(
      String id, Table wrong, Function<? super Dataset<Row>, String> message) {
    return diagnose(id, () -> wrong, message);
  }

  /**
   * Recognises wrong rows that take time to compute: they are asked for only when the answer is not
   * right, so a learner who has it right does not wait for them.
   */
  public FrameExpectation diagnose(String id, Supplier<Table> wrong, String message) {
    return diagnose(id, wrong, frame -> message);
  }

  /** The same, with a message made from the frame. */
  public FrameExpectation diagnose(
      String id, Supplier<Table> wrong, Function<? super Dataset<Row>, String> message) {
    return diagnosis(
        id, () -> looksLike(frame -> RowSet.of(wrong.get(), frame)), () -> message.apply(actual()));
  }

  /** Recognises the rows of another frame, compared as the failed {@code to…} compared. */
  public FrameExpectation diagnose(String id, Dataset<Row> wrong, String message) {
    return diagnosis(id, () -> looksLike(frame -> FrameReader.expected(wrong)), () -> message);
  }

  private FrameExpectation judgeRows(boolean ordered, Function<RowSet, RowSet> expectedLike) {
    return judge(
        () -> {
          latest = new FrameComparison(tolerances, ordered, freedoms);
          RowSet shape = RowSet.of(schema());
          RowSet expected = expectedLike.apply(shape);
          tolerances.requireNamesOf(expected.columns());
          freedoms.requireNamesOf(expected.columns());
          rowsWanted = expected;
          Optional<Mismatch> wrongShape = latest.compareShape(subject(), expected, shape);
          looked =
              wrongShape.isPresent()
                  ? () -> Compared.shapes(shape, expected)
                  : () -> rows().isPresent() ? compared(expected) : counted(expected.size());
          return wrongShape
              .or(() -> tooLarge(expected.size()))
              .or(() -> latest.compare(subject(), expected, collected()));
        });
  }

  @Override
  Compared compared() {
    return actualOrNull() == null || looked == null
        ? Compared.value(null, Tolerance.DEFAULT)
        : looked.get();
  }

  /** The rows in the form nearest to what was expected, so that what is open tells nothing. */
  private Compared compared(RowSet expected) {
    RowSet found = collected().inOrderOf(expected.columns());
    return new Compared(
        freedoms.nearest(found, expected),
        Optional.of(expected),
        latest.tolerances(),
        latest.ordered());
  }

  /** The whole frame, where it can be had, since a count says little of it; else the count. */
  private Compared counted(long expected) {
    return rows().isPresent()
        ? whole()
        : AnswerCode.compute(subject(), () -> FrameReader.count(actual()))
            .map(found -> Compared.value(found, expected, Tolerance.DEFAULT))
            .orElseGet(this::whole);
  }

  private Compared whole() {
    return rows().isPresent()
        ? new Compared(collected(), Optional.empty(), tolerances, false)
        : Compared.shapes(RowSet.of(schema()), RowSet.of(schema()));
  }

  private @Nullable String typeOf(String column) {
    return columns().contains(column) ? TypeWords.name(schema().apply(column).dataType()) : null;
  }

  private boolean looksLike(Function<RowSet, RowSet> wrongLike) {
    RowSet shape = RowSet.of(schema());
    RowSet wrong = wrongLike.apply(shape);
    return latest.compareShape(subject(), wrong, shape).isEmpty()
        && latest.compare(subject(), wrong, collected()).isEmpty();
  }

  private Optional<Mismatch> tooLarge(int expected) {
    return unless(
        rows().isPresent(),
        () ->
            Mismatch.of(
                "Expected %s in %s, but there are more than %s."
                    .formatted(
                        Words.count(expected, "row"),
                        subject(),
                        Words.count(FrameReader.LIMIT, "row"))));
  }

  private Optional<Mismatch> columnMismatch(List<String> expected, Optional<String> words) {
    return words.map(
        difference ->
            new Mismatch(
                "In %s, %s.".formatted(subject(), difference),
                String.join(", ", expected),
                String.join(", ", columns())));
  }

  private StructType schema() {
    return AnswerCode.compute(subject(), () -> actual().schema());
  }

  private List<String> columns() {
    return List.of(schema().fieldNames());
  }

  private Optional<List<Row>> rows() {
    if (rows == null) {
      rows = AnswerCode.compute(subject(), () -> FrameReader.rows(actual()));
    }
    return rows;
  }

  private RowSet collected() {
    return RowSet.of(schema(), rows().orElseThrow());
  }

  /** Counts what is collected anyhow, unless it is too much for that. */
  private long count(long expected) {
    return expected <= FrameReader.LIMIT && rows().isPresent()
        ? rows().get().size()
        : AnswerCode.compute(subject(), () -> actual().count());
  }
}
