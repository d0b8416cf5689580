package day2.profiling.checks;

import day2.profiling.Advice;
import day2.profiling.Correlation;
import day2.profiling.Finding;
import day2.profiling.Overview;
import day2.profiling.ProfilingLab;
import dev.kindling.check.Example;
import dev.kindling.data.survey.Survey;
import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.profile.report.ProfileSettings;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the survey. */
final class ProfilingExamples {

  @Example(task = 1)
  Overview overviewOfTheRawSurvey(ProfilingLab lab, Survey survey) {
    return lab.overview(survey.raw());
  }

  @Example(task = 2)
  Map<String, String> kindsOfTheSurvey(ProfilingLab lab, Survey survey) {
    return lab.inferKinds(survey.answers());
  }

  @Example(task = 3)
  Dataset<Row> figuresOfTheSurvey(ProfilingLab lab, Survey survey) {
    return lab.summarise(
        survey.answers(), List.of("age", "rating", "spend", "complaints", "wait_per_boat"));
  }

  @Example(task = 4)
  Map<String, List<Double>> quantilesOfTheSurvey(ProfilingLab lab, Survey survey) {
    return lab.quantiles(survey.answers(), List.of("age", "rating", "minutes", "spend"));
  }

  @Example(task = 5)
  List<Correlation> correlationsOfTheSurvey(ProfilingLab lab, Survey survey) {
    return lab.correlate(
        survey.answers(), List.of("distance_km", "minutes", "age"), List.of("route", "cabin"));
  }

  @Example(task = 6)
  List<Finding> alertsOfHandMadeFigures(ProfilingLab lab) {
    return lab.findAlerts(HandMade.FIGURES.map(RightFigures::read));
  }

  @Example(task = 7)
  List<Object> reportsToOpenInABrowser(ProfilingLab lab, Survey survey) {
    return List.of(
        Profile.of(survey.answers(), ProfileSettings.defaults().withTitle("The summer's answers")),
        Comparison.of(survey.answers(), survey.autumn()));
  }

  @Example(task = 7)
  Advice adviceForTheAutumn(ProfilingLab lab, Survey survey) {
    return lab.readReport(survey.answers(), survey.autumn());
  }
}
