package day2.onehot.checks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.OneHotEncoderModel;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.TargetEncoder;
import org.apache.spark.ml.feature.TargetEncoderModel;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The code that the lesson shows, on a few pets. */
final class OneHotLesson {

  private OneHotLesson() {}

  static String indexer(Dataset<Row> pets) {
    // region: indexer
    StringIndexer indexer = new StringIndexer().setInputCol("pet").setOutputCol("petIndex");
    StringIndexerModel model = indexer.fit(pets); // counts the levels
    String mostFrequent = model.labelsArray()[0][0]; // first column, index 0
    Dataset<Row> indexed = model.transform(pets); // looks them up
    // endregion
    return mostFrequent + indexed.count();
  }

  static Dataset<Row> antiJoin(Dataset<Row> owners, Dataset<Row> pets) {
    // region: anti-join
    Column sameOwner = owners.col("name").equalTo(pets.col("owner"));
    Dataset<Row> withoutPet = owners.join(pets, sameOwner, "left_anti");
    // endregion
    return withoutPet;
  }

  static Dataset<Row> encoder(Dataset<Row> pets) {
    // region: encoder
    OneHotEncoderModel encoder =
        new OneHotEncoder().setInputCol("legs").setOutputCol("legsVector").fit(pets);
    int[] sizes = encoder.categorySizes(); // one more than the largest number in the column
    Dataset<Row> encoded = encoder.transform(pets);
    // endregion
    return sizes.length > 0 ? encoded : pets;
  }

  static Dataset<Row> choices(Dataset<Row> pets) {
    // region: choices
    Column rounds = when(col("mood").equalTo("bored"), 3).when(col("mood").equalTo("calm"), 1);
    Dataset<Row> walked = pets.withColumn("rounds", rounds); // null for any other mood
    // endregion
    return walked;
  }

  static String slotNames(Dataset<Row> pets) {
    // region: slot-names
    AttributeGroup slots = AttributeGroup.fromStructField(pets.schema().apply("petVector"));
    StringBuilder names = new StringBuilder();
    for (Attribute slot : slots.attributes().get()) {
      names.append(slot.index().get()).append(' ').append(slot.name().get()).append('\n');
    }
    // endregion
    return names.toString();
  }

  static String tree(Dataset<Row> assembledPets) {
    // region: tree
    DecisionTreeRegressionModel tree =
        new DecisionTreeRegressor().setLabelCol("days").setMaxDepth(2).fit(assembledPets);
    String rules = tree.toDebugString(); // "If (feature 0 in {1.0,4.0}) …"
    // endregion
    return rules;
  }

  static Dataset<Row> targetEncoder(Dataset<Row> trainPets, Dataset<Row> testPets) {
    // region: target-encoder
    TargetEncoderModel encoder =
        new TargetEncoder()
            .setInputCol("petIndex") // a number, so an indexer comes first
            .setOutputCol("petChance")
            .setLabelCol("adopted") // 0.0 or 1.0
            .setTargetType("binary")
            .fit(trainPets);
    Dataset<Row> encoded = encoder.transform(testPets);
    // endregion
    return encoded;
  }
}
