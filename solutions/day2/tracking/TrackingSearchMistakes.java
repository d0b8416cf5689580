package day2.tracking;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.RunsPage;

/** Wrong answers about finding runs and nesting them, each as somebody would write it. */
final class TrackingSearchMistakes {

  private TrackingSearchMistakes() {}

  /** Reads one page. */
  @Mistake(task = 5, diagnosis = "first-page-only")
  static final class ReadsOnePage extends Search {
    @Override
    List<Run> pages(RunsPage first) {
      return first.getItems();
    }
  }

  /** Takes a page that holds as much as a server gives. */
  @Mistake(task = 5, diagnosis = "one-large-page")
  static final class TakesOneLargePage extends TrackingSolution {
    @Override
    public List<String> findRuns(
        String trackingUri,
        String experimentId,
        String label,
        double below,
        int minDepth,
        int pageSize) {
      return super.findRuns(trackingUri, experimentId, label, below, minDepth, 50_000);
    }
  }

  /** Turns the page before the last one is read. */
  @Mistake(task = 5, diagnosis = "last-page-lost")
  static final class LosesTheLastPage extends Search {
    @Override
    List<Run> pages(RunsPage first) {
      List<Run> runs = new ArrayList<>();
      RunsPage page = first;
      while (page.hasNextPage()) {
        runs.addAll(page.getItems());
        page = (RunsPage) page.getNextPage();
      }
      return runs;
    }
  }

  /** Compares a param as a number in the filter. */
  @Mistake(task = 5, diagnosis = "params-are-strings")
  static final class ComparesParamsAsNumbers extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return super.filter(label, below, minDepth) + " and params.maxDepth >= " + minDepth;
    }
  }

  /** Compares a param as a text in the filter. */
  @Mistake(task = 5, diagnosis = "params-are-strings")
  static final class ComparesParamsAsTexts extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return super.filter(label, below, minDepth) + " and params.maxDepth >= '" + minDepth + "'";
    }
  }

  /** Compares depths letter by letter. */
  @Mistake(task = 5, diagnosis = "depth-as-text")
  static final class ComparesDepthsAsTexts extends Search {
    @Override
    boolean isDeep(Run run, int minDepth) {
      return param(run, "maxDepth").compareTo(String.valueOf(minDepth)) >= 0;
    }
  }

  /** Takes every depth. */
  @Mistake(task = 5, diagnosis = "depth-ignored")
  static final class TakesEveryDepth extends Search {
    @Override
    boolean isDeep(Run run, int minDepth) {
      return true;
    }
  }

  /** Takes larger depths only. */
  @Mistake(task = 5, diagnosis = "depth-excluded")
  static final class TakesLargerDepths extends Search {
    @Override
    boolean isDeep(Run run, int minDepth) {
      return Integer.parseInt(param(run, "maxDepth")) > minDepth;
    }
  }

  /** Forgets the quotes of the label. */
  @Mistake(task = 5, diagnosis = "value-not-quoted")
  static final class ForgetsQuotes extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < " + below + " and params.label = " + label;
    }
  }

  /** Puts the number into quotes. */
  @Mistake(task = 5, diagnosis = "number-quoted")
  static final class QuotesTheNumber extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < '" + below + "' and params.label = '" + label + "'";
    }
  }

  /** Says no kind of key in the filter. */
  @Mistake(task = 5, diagnosis = "no-prefix")
  static final class SaysNoPrefix extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "rmse < " + below + " and label = '" + label + "'";
    }
  }

  /** Takes any label that sounds like it. */
  @Mistake(task = 5, diagnosis = "any-label")
  static final class TakesSimilarLabels extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < " + below + " and params.label LIKE '%" + label + "%'";
    }
  }

  /** Takes the limit, too. */
  @Mistake(task = 5, diagnosis = "not-smaller")
  static final class TakesTheLimit extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse <= " + below + " and params.label = '" + label + "'";
    }
  }

  /** Begins with the worst. */
  @Mistake(task = 5, diagnosis = "descending")
  static final class BeginsWithTheWorst extends Search {
    @Override
    List<String> order() {
      return List.of("metrics.rmse DESC");
    }
  }

  /** Takes the order that comes. */
  @Mistake(task = 5, diagnosis = "not-ordered")
  static final class TakesAnyOrder extends Search {
    @Override
    List<String> order() {
      return List.of();
    }
  }

  /** Finds deleted runs. */
  @Mistake(task = 5, diagnosis = "deleted-runs")
  static final class FindsDeletedRuns extends Search {
    @Override
    ViewType view() {
      return ViewType.ALL;
    }
  }

  /** Logs every trial in one run. */
  @Mistake(task = 6, diagnosis = "param-overwritten")
  static final class LogsTrialsInOneRun extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, runName);
      for (Trial trial : trials) {
        client.logParam(runId, "maxDepth", String.valueOf(trial.maxDepth()));
        client.logMetric(runId, "rmse", trial.rmse());
      }
      client.setTerminated(runId);
      return runId;
    }
  }

  /** Logs every trial in one run, without params. */
  @Mistake(task = 6, diagnosis = "all-in-one-run")
  static final class LogsTrialsAsSteps extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, runName);
      for (Trial trial : trials) {
        long now = System.currentTimeMillis();
        client.logMetric(runId, "rmse", trial.rmse(), now, trial.maxDepth());
      }
      client.setTerminated(runId);
      return runId;
    }
  }

  /** Links nothing. */
  @Mistake(task = 6, diagnosis = "children-not-linked")
  static final class LinksNothing extends Tree {
    @Override
    void link(MlflowClient client, String childId, String parentId) {}
  }

  /** Makes up a tag. */
  @Mistake(task = 6, diagnosis = "other-tag")
  static final class LinksByAnotherTag extends Tree {
    @Override
    void link(MlflowClient client, String childId, String parentId) {
      client.setTag(childId, "parentRunId", parentId);
    }
  }

  /** Returns the best child. */
  @Mistake(task = 6, diagnosis = "child-returned")
  static final class ReturnsTheBestChild extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      String parentId = super.logTrials(trackingUri, experimentId, runName, trials);
      return new MlflowClient(trackingUri)
          .getRun(parentId).getData().getTagsList().stream()
              .filter(tag -> tag.getKey().equals("best_run_id"))
              .map(RunTag::getValue)
              .findFirst()
              .orElseThrow();
    }
  }

  /** Ends the parent alone. */
  @Mistake(task = 6, diagnosis = "left-running")
  static final class LeavesChildrenRunning extends Tree {
    @Override
    void end(MlflowClient client, String childId) {}
  }

  /** Takes the last for the best. */
  @Mistake(task = 6, diagnosis = "last-for-best")
  static final class TakesTheLast extends Tree {
    @Override
    Trial best(List<Trial> trials) {
      return trials.get(trials.size() - 1);
    }
  }

  /** Takes the largest for the best. */
  @Mistake(task = 6, diagnosis = "largest-for-best")
  static final class TakesTheLargest extends Tree {
    @Override
    Trial best(List<Trial> trials) {
      return trials.stream().max(Comparator.comparing(Trial::rmse)).orElseThrow();
    }
  }

  /** Logs each trial on the parent, too. */
  @Mistake(task = 6, diagnosis = "logged-per-trial")
  static final class LogsEachOnTheParent extends Tree {
    @Override
    void tellParent(MlflowClient client, String parentId, Trial trial, Trial best) {
      client.logMetric(parentId, "rmse", trial.rmse());
      if (trial == best) {
        client.logParam(parentId, "maxDepth", String.valueOf(best.maxDepth()));
      }
    }
  }

  /** Leaves the parent empty. */
  @Mistake(task = 6, diagnosis = "nothing-on-parent")
  static final class TellsTheParentNothing extends Tree {
    @Override
    void tellParent(MlflowClient client, String parentId, Trial trial, Trial best) {}
  }

  /** A search in steps of which a mistake changes one. */
  private abstract static class Search extends TrackingSolution {
    @Override
    public List<String> findRuns(
        String trackingUri,
        String experimentId,
        String label,
        double below,
        int minDepth,
        int pageSize) {
      RunsPage first =
          new MlflowClient(trackingUri)
              .searchRuns(
                  List.of(experimentId), filter(label, below, minDepth), view(), pageSize, order());
      return pages(first).stream()
          .filter(run -> isDeep(run, minDepth))
          .map(run -> run.getInfo().getRunName())
          .toList();
    }

    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < " + below + " and params.label = '" + label + "'";
    }

    ViewType view() {
      return ViewType.ACTIVE_ONLY;
    }

    List<String> order() {
      return List.of("metrics.rmse ASC");
    }

    List<Run> pages(RunsPage first) {
      List<Run> runs = new ArrayList<>(first.getItems());
      RunsPage page = first;
      while (page.hasNextPage()) {
        page = (RunsPage) page.getNextPage();
        runs.addAll(page.getItems());
      }
      return runs;
    }

    boolean isDeep(Run run, int minDepth) {
      return Integer.parseInt(param(run, "maxDepth")) >= minDepth;
    }
  }

  /** A tree of runs in steps of which a mistake changes one. */
  private abstract static class Tree extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowClient client = new MlflowClient(trackingUri);
      String parentId = start(client, experimentId, runName);
      Trial best = best(trials);
      for (Trial trial : trials) {
        String childId = start(client, experimentId, "depth-" + trial.maxDepth());
        link(client, childId, parentId);
        client.logParam(childId, "maxDepth", String.valueOf(trial.maxDepth()));
        client.logMetric(childId, "rmse", trial.rmse());
        end(client, childId);
        tellParent(client, parentId, trial, best);
        if (trial == best) {
          client.setTag(parentId, "best_run_id", childId);
        }
      }
      client.setTerminated(parentId);
      return parentId;
    }

    void link(MlflowClient client, String childId, String parentId) {
      client.setTag(childId, PARENT, parentId);
    }

    void end(MlflowClient client, String childId) {
      client.setTerminated(childId);
    }

    Trial best(List<Trial> trials) {
      return trials.stream().min(Comparator.comparing(Trial::rmse)).orElseThrow();
    }

    void tellParent(MlflowClient client, String parentId, Trial trial, Trial best) {
      if (trial == best) {
        client.logMetric(parentId, "rmse", trial.rmse());
        client.logParam(parentId, "maxDepth", String.valueOf(trial.maxDepth()));
      }
    }
  }
}
