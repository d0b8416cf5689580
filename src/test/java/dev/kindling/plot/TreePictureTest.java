package dev.kindling.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindling.data.TestSpark;
import dev.kindling.plot.page.TreePage;
import dev.kindling.plot.tree.Tree;
import java.util.List;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TreePictureTest {

  /** Who goes by bike (1): before nine when it does not rain (weather 1), and never later. */
  private Dataset<Row> commutes;

  @BeforeAll
  void frames() {
    SparkSession spark = TestSpark.session();
    Dataset<Row> rows =
        spark
            .range(0, 60, 1, 2)
            .selectExpr(
                "cast(6 + id % 6 as double) as hour",
                "cast(id % 3 as double) as weather",
                "cast(id % 6 < 3 and id % 3 != 1 as double) as label");
    Dataset<Row> assembled =
        new VectorAssembler()
            .setInputCols(new String[] {"hour", "weather"})
            .setOutputCol("features")
            .transform(rows);
    AttributeGroup group =
        new AttributeGroup(
            "features",
            new org.apache.spark.ml.attribute.Attribute[] {
              NumericAttribute.defaultAttr().withName("hour"),
              NominalAttribute.defaultAttr().withName("weather").withNumValues(3)
            });
    commutes =
        assembled.withColumn(
            "features", functions.col("features").as("features", group.toMetadata()));
  }

  private DecisionTreeClassificationModel fitted(int depth) {
    return new DecisionTreeClassifier().setMaxDepth(depth).fit(commutes);
  }

  private Tree tree(int depth) {
    return TreePicture.of(fitted(depth), List.of("hour", "weather"))
        .labels("bus", "bike")
        .levels("weather", "sunny", "rainy", "cloudy")
        .title("To work")
        .tree();
  }

  @Test
  void everyNodeHasALineWithItsQuestionOrItsPredictionAndItsRows() {
    assertThat(tree(3).lines())
        .containsExactly(
            "hour <= 8.5?                 60 rows",
            "├─ yes: weather in {rainy}?  30 rows",
            "│  ├─ yes: bus (100 %)       10 rows",
            "│  └─ no:  bike (100 %)      20 rows",
            "└─ no:  bus (100 %)          30 rows");
  }

  @Test
  void belowTheDepthThatIsDrawnTheNodesAreCounted() {
    Tree tree =
        TreePicture.of(fitted(3), List.of("hour", "weather")).labels("bus", "bike").depth(1).tree();
    assertThat(tree.lines().get(1)).contains("bike (67 %) … 2 more nodes").endsWith("30 rows");
    assertThat(tree.lines()).hasSize(3);
  }

  @Test
  void aTreeOfOneNodeIsDrawnToo() {
    Tree tree = tree(0);
    assertThat(tree.lines()).containsExactly("bus (67 %)  60 rows");
    assertThat(new TreePage(tree).render()).contains("bus", "67 % of 60 rows");
  }

  @Test
  void aTreeThatPredictsNumbersTellsThem() {
    Tree tree =
        TreePicture.of(
                new DecisionTreeRegressor().setMaxDepth(1).fit(commutes),
                List.of("hour", "weather"))
            .tree();
    assertThat(tree.lines())
        .containsExactly(
            "hour <= 8.5?    60 rows", "├─ yes: 0.6667  30 rows", "└─ no:  0       30 rows");
  }

  @Test
  void thePageShowsTheTreeAndEscapesNames() {
    String page =
        new TreePage(
                TreePicture.of(fitted(3), List.of("<b>hour</b>", "weather")).title("A & B").tree())
            .render();
    assertThat(page)
        .contains("A &amp; B", "&lt;b&gt;hour&lt;/b&gt;", "<svg", "30 rows")
        .doesNotContain("<b>hour", "<script");
  }

  @Test
  void namesThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreePicture.of(fitted(1), List.of("hour")))
        .withMessageContaining("has 2 features, and there are names for 1");
  }
}
