package dev.kindling.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.DataSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeLike;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a check can ask about an executed plan, as plain values.
 *
 * @param text the plan as {@code explain()} prints it
 * @param steps the names of its nodes, from the result down
 * @param shuffles how often rows are sent to other partitions; a shuffle below a cached frame or
 *     one that is used again does not count
 * @param filters the filters that the sources take over, such as {@code GreaterThan(price,0.0)}
 */
record Plan(String text, List<String> steps, int shuffles, List<String> filters) {

  /** Names under which scans keep the filters that they take over. */
  private static final List<String> FILTERS = List.of("PushedFilters", "PartitionFilters");

  Plan {
    steps = List.copyOf(steps);
    filters = List.copyOf(filters);
  }

  /**
   * Plans the frame without running it. It is planned anew: the plan that a frame holds is as old
   * as its first use, and may not know of a cache that was asked for since.
   */
  static Plan of(Dataset<Row> frame) {
    SparkPlan root = FrameReader.again(frame).queryExecution().executedPlan();
    List<SparkPlan> nodes = new ArrayList<>();
    collect(root, nodes);
    int shuffles = 0;
    List<String> filters = new ArrayList<>();
    for (SparkPlan node : nodes) {
      if (node instanceof ShuffleExchangeLike) {
        shuffles++;
      }
      addFilters(node, filters);
    }
    List<String> steps = nodes.stream().map(node -> node.nodeName().strip()).toList();
    return new Plan(root.treeString().strip(), steps, shuffles, filters);
  }

  private static void collect(SparkPlan node, List<SparkPlan> nodes) {
    nodes.add(node);
    if (node instanceof AdaptiveSparkPlanExec adaptive) {
      collect(adaptive.executedPlan(), nodes);
    }
    CollectionConverters.asJava(node.children()).forEach(child -> collect(child, nodes));
    CollectionConverters.asJava(node.subqueries()).forEach(child -> collect(child, nodes));
  }

  private static void addFilters(SparkPlan node, List<String> filters) {
    if (node instanceof DataSourceScanExec scan) {
      // The text of the plan cuts long lists of filters; the metadata does not.
      var metadata = CollectionConverters.asJava(scan.metadata());
      FILTERS.stream().map(metadata::get).filter(text -> text != null).forEach(filters::add);
    } else if (node instanceof BatchScanExec scan) {
      filters.add(scan.scan().description());
    }
  }
}
