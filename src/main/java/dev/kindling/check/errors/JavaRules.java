package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.time.format.DateTimeParseException;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;

/** Plain Java on the driver. */
final class JavaRules {

  private JavaRules() {}

  static List<Rule> all() {
    return List.of(
        rule("to-do")
            .type(UnsupportedOperationException.class)
            .message("^TODO (?<task>\\d+)")
            .said("Task {task} is not written yet.")
            .next("Replace the line that throws with your code."),
        rule("session-stopped")
            .message(
                "LiveListenerBus is stopped|stopped SparkContext|SparkEnv\\$?\\.get\\(\\)\" is null")
            .said("The Spark session has been stopped, so nothing more can run on it.")
            .next(
                "Remove the call of stop() or close(): the lab starts and ends the session for you."),
        rule("no-first-row")
            .type(NoSuchElementException.class)
            .message("^head of empty|^next on empty iterator")
            .calledFrom("org.apache.spark.sql.")
            .said("first() or head() was called on a DataFrame without rows.")
            .next(
                "Look at the filter or join before it with show(), or use takeAsList(1) and test for empty."),
        rule("no-first-row")
            .message("^empty collection$")
            .said("reduce() was called on a DataFrame without rows.")
            .next(
                "Look at the filter or join before it with show(), or use an aggregate such as sum, which gives null."),
        rule("empty-optional")
            .type(NoSuchElementException.class)
            .message("^No value present")
            .said("An Optional was asked for its value and has none.")
            .next(
                "Use orElse(…) or orElseThrow with a text of your own, or test isPresent() first."),
        rule("iterator-end")
            .type(NoSuchElementException.class)
            .said("An element was asked for where none is left.")
            .next("Ask hasNext() or isEmpty() first."),
        rule("row-type")
            .type(ClassCastException.class)
            .message(
                "class (?:\\S+\\.)?(?<actual>\\w+) cannot be cast to class (?:\\S+\\.)?(?<wanted>\\w+)")
            .said("The value is of type {actual}, and the code reads it as {wanted}.")
            .next(
                "Read it as what it is (printSchema() tells), or cast the column in Spark before you"
                    + " fetch the row."),
        rule("null")
            .type(NullPointerException.class)
            .message(
                "because (?:the return value of )?\"(?:[a-z][a-z0-9_.]*\\.)?(?<what>[^<\"][^\"]*)\" is null")
            .said("\"{what}\" is null, and the code uses it as a value.")
            .next(
                "Find out why it is null (a missing value in the data?), and handle that case first."),
        rule("null")
            .type(NullPointerException.class)
            .calledFrom("java.util.ImmutableCollections")
            .said("List.of, Set.of and Map.of do not take null, and they were given one.")
            .next("Leave the null out, or use Arrays.asList or an ArrayList, which take it."),
        rule("null")
            .type(NullPointerException.class)
            .said("The code uses a value that is null.")
            .next("Find out which one it is on that line, and handle that case first."),
        rule("index")
            .type(ArrayIndexOutOfBoundsException.class)
            .message("Index (?<index>-?\\d+) out of bounds for length (?<length>\\d+)")
            .said(
                "Element {index} was asked for, and there are only {length}: they are numbered from 0.")
            .next("Use an index below {length}, or test the length first."),
        rule("index")
            .message(
                "^Index:? (?<index>-?\\d+),? (?:out of bounds for length|Size:) (?<length>\\d+)")
            .type(IndexOutOfBoundsException.class)
            .said(
                "Element {index} was asked for, and there are only {length}: they are numbered from 0.")
            .next("Use an index below {length}, or test the size first."),
        rule("index")
            .type(StringIndexOutOfBoundsException.class)
            .message("length (?<length>\\d+)")
            .said("Characters were asked for beyond the end of a text with {length} character(s).")
            .next("Test the length of the text before you cut it."),
        rule("immutable")
            .type(UnsupportedOperationException.class)
            .calledFrom("java.util.ImmutableCollections")
            .said(
                "A list, set or map that cannot change was changed: List.of and toList() make such ones.")
            .next("Copy it first, as in new ArrayList<>(list), and change the copy."),
        rule("immutable")
            .type(UnsupportedOperationException.class)
            .calledFrom("java.util.Collections$Unmodifiable")
            .said("A list, set or map that cannot change was changed.")
            .next("Copy it first, as in new ArrayList<>(list), and change the copy."),
        rule("immutable")
            .type(UnsupportedOperationException.class)
            .calledFrom("java.util.AbstractList")
            .said(
                "A list whose size is fixed was made longer or shorter: Arrays.asList makes such lists.")
            .next("Copy it first, as in new ArrayList<>(list), and change the copy."),
        rule("number-text")
            .type(NumberFormatException.class)
            .message("For input string: \"(?<text>[^\"]*)\"")
            .said("\"{text}\" is not a number that Java can read.")
            .next(
                "Remove currency signs, blanks and thousands separators first, or test for such texts."),
        rule("date")
            .type(DateTimeParseException.class)
            .message("Text '(?<text>[^']*)' could not be parsed")
            .said("\"{text}\" does not have the form of the date that the code expects.")
            .next(
                "Check that this is the right column, or give a DateTimeFormatter with the form it has."),
        rule("division-by-zero")
            .type(ArithmeticException.class)
            .message("/ by zero")
            .said("A whole number is divided by zero.")
            .next("Test the divisor first, and decide what the answer is when it is zero."),
        rule("endless-recursion")
            .type(StackOverflowError.class)
            .said("Calls are nested too deeply: most often a method calls itself without end.")
            .next(
                "Give the recursion a case that ends it; a long loop of withColumn also nests, and"
                    + " withColumns or one select replaces it."),
        rule("memory")
            .type(OutOfMemoryError.class)
            .said("The memory is used up.")
            .next(
                "Do not collect large data to the driver: aggregate in Spark, or take a sample or limit first."),
        rule("stream-twice")
            .type(IllegalStateException.class)
            .message("^stream has already been operated upon")
            .said("A Java stream was used a second time, and it can be used only once.")
            .next("Make a new stream from the collection for each use."),
        rule("changed-in-loop")
            .type(ConcurrentModificationException.class)
            .said("A collection was changed while a loop was going through it.")
            .next(
                "Use removeIf, or go through a copy, or collect the changes and apply them after the loop."),
        rule("duplicate-key")
            .type(IllegalStateException.class)
            .message(
                "^Duplicate key (?<key>.*?) \\(attempted merging values (?<a>.*) and (?<b>.*)\\)")
            .said("Two rows have the key \"{key}\", and toMap needs each key once.")
            .next("Give toMap a third argument that says which value wins, or use groupingBy."));
  }
}
