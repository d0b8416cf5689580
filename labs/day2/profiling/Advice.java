package day2.profiling;

import java.util.List;

/**
 * What to do, after reading the reports.
 *
 * @param rows how many rows the profile was made of
 * @param drop columns that no model needs, in the order of the frame
 * @param convert texts that should be dates, in the order of the frame
 * @param drifted columns that differ between the two frames, in the order of the frame
 */
public record Advice(long rows, List<String> drop, List<String> convert, List<String> drifted) {}
