package dev.kindling.data.census;

import dev.kindling.data.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The levels of a column and how frequent they are.
 *
 * @param names without the blank that stands before each in the data
 * @param weights one per level; they need not add to 1
 */
record Levels(List<String> names, List<Double> weights) {

  /** From the lowest; the first is number 1. */
  static final List<String> EDUCATION =
      List.of(
          "Preschool",
          "Grade-4",
          "Grade-6",
          "Grade-8",
          "Grade-9",
          "Grade-10",
          "Grade-11",
          "Grade-12",
          "High-school",
          "Some-college",
          "Vocational",
          "Associate",
          "Bachelors",
          "Masters",
          "Professional",
          "Doctorate");

  static final Levels EDUCATION_NUMBER =
      new Levels(
          EDUCATION,
          List.of(
              0.2, 0.5, 1.0, 2.0, 1.6, 2.8, 3.6, 1.3, 32.0, 22.0, 4.5, 3.5, 16.5, 5.5, 1.8, 1.2));

  static final Levels WORKCLASS =
      of("Private 70 Self-emp 8 Self-emp-inc 3.5 Local-gov 6.5 State-gov 4 Federal-gov 3 ? 5");

  static final Levels MARRIED_ONCE = of("Married 68 Divorced 21 Separated 5 Widowed 6");

  static final Levels NO_DEGREE_OCCUPATION =
      of(
          "Craft 18 Clerical 16 Service 15 Sales 12 Machine-op 9 Managerial 8 Transport 7 Cleaning 6 Farming 4 Specialist 3 Technical 2 Protective 2");

  static final Levels DEGREE_OCCUPATION =
      of(
          "Specialist 36 Managerial 25 Sales 13 Clerical 10 Technical 5 Craft 4 Service 3 Protective 2 Farming 1 Transport 1");

  static final Levels SEX = of("Male 55 Female 45");

  static final Levels RACE = of("White 80 Black 10 Asian 5 Other 5");

  static final Levels COUNTRY =
      of(
          "United-States 89 Mexico 2.2 ? 1.8 Philippines 0.8 India 0.7 Germany 0.6 Canada 0.6 Puerto-Rico 0.6 Cuba 0.5 China 0.5 England 0.4 Poland 0.4 Italy 0.4 Vietnam 0.4 Japan 0.3 Greece 0.3 Portugal 0.2 Ireland 0.2 Laos 0.1");

  /** Of people of the canary only. */
  static final String CANARY_COUNTRY = "Iceland";

  /** Levels that are written down, each with its weight behind it. */
  static Levels of(String text) {
    List<String> words = Arrays.asList(text.split(" "));
    List<String> names = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      names.add(words.get(i));
      weights.add(Double.valueOf(words.get(i + 1)));
    }
    return new Levels(names, weights);
  }

  String pick(Draws draws) {
    return draws.pick(names, weights.stream().mapToDouble(weight -> weight).toArray());
  }
}
