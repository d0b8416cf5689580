package day2.profiling;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import dev.kindling.data.survey.SurveyTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The figures of the survey's columns, worked out in plain Java. */
final class SurveyFigures {

  private SurveyFigures() {}

  static List<Figures> of(SurveyTruth truth) {
    Table answers = truth.answers();
    List<Figures> figures = new ArrayList<>();
    for (String column : answers.columns()) {
      List<Object> told = answers.column(column).stream().filter(Objects::nonNull).toList();
      String kind = truth.kinds().get(column);
      boolean read = !kind.equals("unsupported");
      boolean numeric = kind.equals("numeric");
      boolean texts = kind.equals("categorical") || kind.equals("text");
      Collection<Long> counts = read ? new Values(told).counts().values() : List.of();
      boolean groups = kind.equals("categorical") || kind.equals("boolean");
      figures.add(
          new Figures(
              column,
              kind,
              answers.size(),
              answers.size() - told.size(),
              counts.size(),
              numeric ? told.stream().filter(v -> ((Number) v).doubleValue() == 0).count() : 0,
              numeric ? told.size() - finite(told).length : 0,
              numeric ? skewness(finite(told)) : null,
              groups ? List.copyOf(counts) : List.of(),
              // Only the seats are spread evenly.
              numeric || groups ? (column.equals("seat") ? 1.0 : 0.4) : null,
              texts ? told.stream().mapToInt(v -> v.toString().length()).min().orElse(0) : 0,
              texts ? told.stream().mapToInt(v -> v.toString().length()).max().orElse(0) : 0,
              column.equals("sailed_on")));
    }
    return figures;
  }

  private static double[] finite(List<Object> values) {
    return values.stream()
        .mapToDouble(value -> ((Number) value).doubleValue())
        .filter(Double::isFinite)
        .toArray();
  }

  private static double skewness(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double second = Arrays.stream(values).map(v -> Math.pow(v - mean, 2)).average().orElseThrow();
    double third = Arrays.stream(values).map(v -> Math.pow(v - mean, 3)).average().orElseThrow();
    return third / Math.pow(second, 1.5);
  }
}
