package dev.kindling.check.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A column that is not there: tells a slip of the pen, a dot in a name, and a wrong name apart. */
final class MissingColumnRule implements Rule {

  private static final String NAME = "(?:`[^`]*`(?:\\.`[^`]*`)*)";
  private static final Pattern COLUMN = Pattern.compile(NAME);

  /** Spark suggests no more than this many columns, the most similar first. */
  private static final int MOST_SUGGESTIONS = 5;

  /** Two letters swapped, or one or two typed wrongly. */
  private static final int SLIP = 2;

  @Override
  public String name() {
    return "missing-column";
  }

  @Override
  public Optional<Advice> advise(Failure failure) {
    return failure.faults().stream()
        .filter(fault -> fault.has("UNRESOLVED_COLUMN.WITH_SUGGESTION"))
        .flatMap(
            fault ->
                Stream.ofNullable(fault.parameters().get("objectName"))
                    .map(
                        wanted ->
                            advice(
                                PlainText.value(wanted),
                                columns(fault.parameters().getOrDefault("proposal", "")))))
        .findFirst();
  }

  private static Advice advice(String wanted, List<String> there) {
    String said = "There is no column \"" + wanted + "\" at this point.";
    if (wanted.contains(".") && there.contains(wanted)) {
      return new Advice(
          "Spark reads \"" + wanted + "\" as a field inside a column, because of the dot.",
          "Put the name between back-ticks, `" + wanted + "`, or rename the column without a dot.");
    }
    if (!there.isEmpty() && isSlip(wanted, there.get(0))) {
      return new Advice(said, "Did you mean \"" + there.get(0) + "\"?");
    }
    String such = there.size() < MOST_SUGGESTIONS ? "" : "such as ";
    return new Advice(
        said,
        "Use a column that is there ("
            + such
            + String.join(", ", there)
            + "), or make \""
            + wanted
            + "\" before this step; a constant needs lit(…).");
  }

  private static boolean isSlip(String wanted, String there) {
    int distance =
        new LevenshteinDistance(SLIP)
            .apply(wanted.toLowerCase(Locale.ROOT), there.toLowerCase(Locale.ROOT));
    return distance >= 0 && distance < wanted.length() - 1;
  }

  private static List<String> columns(String proposal) {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(proposal);
    while (column.find()) {
      columns.add(PlainText.value(column.group()));
    }
    return columns;
  }
}
