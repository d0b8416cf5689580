package day2.profiling;

import java.util.List;

/**
 * What is known of a column when its alerts are to be found. A figure that the kind of column has
 * not is 0, null, false or empty.
 *
 * @param column its name
 * @param kind as task 2 gives it
 * @param rows how many rows the frame has, at least one
 * @param missing cells that are null
 * @param distinct different values, null not among them
 * @param zeros cells that are zero
 * @param infinite cells that are infinite
 * @param skewness of a numeric column; null if it has none
 * @param frequencies of a categorical or boolean column: how often each of its values occurs
 * @param uniformP the p-value of the test that all values are equally frequent; null if it was not
 *     made
 * @param shortest the length of the shortest text, 0 for other types
 * @param longest the length of the longest text
 * @param dates whether the column holds texts that are all dates
 */
public record Figures(
    String column,
    String kind,
    long rows,
    long missing,
    long distinct,
    long zeros,
    long infinite,
    Double skewness,
    List<Long> frequencies,
    Double uniformP,
    int shortest,
    int longest,
    boolean dates) {}
