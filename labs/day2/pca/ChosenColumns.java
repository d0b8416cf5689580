package day2.pca;

import static dev.kindling.check.Expect.expect;

import java.util.List;

/**
 * Which columns of a frame principal components make sense for.
 *
 * @param right those, in order
 * @param label the label
 * @param switches columns of two values, and vectors that a one-hot encoder wrote
 * @param constants columns of one value
 * @param ints columns of type int
 */
record ChosenColumns(
    List<String> right,
    String label,
    List<String> switches,
    List<String> constants,
    List<String> ints) {

  void judge(List<String> chosen) {
    expect(chosen)
        .as("the columns")
        .toHaveElementsInOrder(right)
        .diagnose(
            "label-in-pca",
            names -> names.contains(label),
            "The label `%s` is among the columns. The components would be made of the very thing that is to be predicted, and for new rows there is no label."
                .formatted(label))
        .diagnose(
            "ohe-in-pca",
            names -> names.stream().anyMatch(switches::contains),
            "Among the columns are some that say yes or no (%s). Scaled, a rare level shouts louder than a measurement, and a direction between levels is no quantity. Leave out vectors of an encoder and columns with two values only, whatever the two are."
                .formatted(String.join(", ", switches)))
        .diagnose(
            "constant-in-pca",
            names -> names.stream().anyMatch(constants::contains),
            "Column `%s` has the same value in every row: there is nothing to vary along, and its standard deviation is 0."
                .formatted(String.join("`, `", constants)))
        .diagnose(
            "id-in-pca",
            names -> names.stream().anyMatch(ints::contains),
            "An int column is among the columns (%s). Here ints are ids and codes: their distances mean nothing, and an id varies more than anything else. Take the doubles."
                .formatted(String.join(", ", ints)))
        .diagnose(
            "another-order",
            names -> names.size() == right.size() && names.containsAll(right),
            "These are the right columns in another order. A number in a vector is known by its place alone, so keep the order of the frame.");
  }
}
