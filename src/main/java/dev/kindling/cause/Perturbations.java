package dev.kindling.cause;

import dev.kindling.check.compare.CellText;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The changes that fit what a task takes. A frame can get the rows of another one, lose some, or
 * have its gaps filled; a list of columns can be in another order; a number can be off by one.
 */
public final class Perturbations {

  private static final int[] FIRST = {1, 10, 20, 100, 1000};

  /** Shares, levels and factors that people write down. */
  private static final double[] NUMBERS = {0, 0.01, 0.05, 0.1, 0.5, 1, 1.5, 2, 3, 3.5, 10};

  /** Seeds that people write down. */
  private static final int[] SEEDS = {0, 1, 42, 1234};

  private final Parameter[] parameters;
  private final List<Perturbation> found = new ArrayList<>();

  private Perturbations(Method task) {
    this.parameters = task.getParameters();
  }

  /**
   * All changes for a task.
   *
   * @param task a method of a contract that was compiled with the names of its parameters
   */
  public static List<Perturbation> of(Method task) {
    Perturbations all = new Perturbations(task);
    all.framesOfSeveral();
    for (int i = 0; i < all.parameters.length; i++) {
      if (all.isFrame(i)) {
        all.frame(i);
      } else {
        all.value(i);
      }
    }
    all.swapped();
    return all.found;
  }

  private boolean isFrame(int i) {
    return Dataset.class.isAssignableFrom(parameters[i].getType());
  }

  private boolean isTexts(int i) {
    return parameters[i]
        .getParameterizedType()
        .getTypeName()
        .equals("java.util.List<java.lang.String>");
  }

  private boolean isText(int i) {
    return parameters[i].getType() == String.class;
  }

  private boolean isWhole(int i) {
    return parameters[i].getType() == int.class || parameters[i].getType() == long.class;
  }

  private String name(int i) {
    return "`" + parameters[i].getName() + "`";
  }

  private void framesOfSeveral() {
    for (int i = 0; i < parameters.length; i++) {
      for (int j = 0; j < parameters.length; j++) {
        if (i != j && isFrame(i) && isFrame(j)) {
          joinedWith(i, j);
          insteadOf(i, j);
        }
      }
    }
  }

  private void joinedWith(int i, int j) {
    add(
        "other-rows-joined",
        i + "+" + j,
        "the rows of %s are added to %s".formatted(name(j), name(i)),
        "What is learned or measured here comes from %s alone: look for a union, or for a fit on a frame that holds both."
            .formatted(name(i)),
        arguments -> {
          arguments[i] = frame(arguments, i).unionByName(frame(arguments, j));
          return arguments;
        });
  }

  private void insteadOf(int i, int j) {
    add(
        "other-rows-instead",
        i + ":" + j,
        "%s takes the place of %s".formatted(name(j), name(i)),
        "Look where your code reads %s and should read %s.".formatted(name(j), name(i)),
        arguments -> {
          arguments[i] = frame(arguments, j);
          return arguments;
        });
  }

  private void frame(int i) {
    rows(
        i,
        "null-rows-dropped",
        "the rows of %s with a null in any column are dropped first",
        "A row with one gap still holds all its other values. Look for `na().drop()`, a filter or an inner join.",
        rows -> rows.na().drop());
    for (int j = 0; j < parameters.length; j++) {
      if (isTexts(j)) {
        int columns = j;
        add(
            "distinct-rows",
            i + "distinct" + j,
            "of rows of %s that agree in all of %s only one counts".formatted(name(i), name(j)),
            "Equal rows are still as many cases. Look for `distinct()`, `dropDuplicates(…)` or a set.",
            arguments -> {
              arguments[i] =
                  frame(arguments, i)
                      .dropDuplicates(texts(arguments, columns).toArray(String[]::new));
              return arguments;
            });
        add(
            "null-rows-dropped",
            i + "null" + j,
            "the rows of %s with a null in one of %s are dropped first".formatted(name(i), name(j)),
            "A row with one gap still counts for the other columns. Look for `na().drop(…)`, a filter or an inner join.",
            arguments -> {
              arguments[i] =
                  frame(arguments, i).na().drop(texts(arguments, columns).toArray(String[]::new));
              return arguments;
            });
      }
    }
    rows(
        i,
        "nulls-as-zero",
        "every gap in the numbers of %s is filled with 0 first",
        "Not known is not zero. Look for `na().fill(0)` or `coalesce(…, 0)`.",
        rows -> rows.na().fill(0L));
    rows(
        i,
        "distinct-rows",
        "each row of %s counts once, however often it is there",
        "Equal rows are still as many cases. Look for `distinct()`, `dropDuplicates()` or a set.",
        Dataset::distinct);
    for (int first : FIRST) {
      rows(
          i,
          "first-rows",
          "only the first " + (first == 1 ? "row" : first + " rows") + " of %s are there",
          "Look for `limit`, `head`, `take`, or for `first()` without a group.",
          rows -> rows.limit(first));
    }
  }

  private void value(int i) {
    if (isTexts(i)) {
      texts(
          i,
          "other-column-order",
          "%s is in the opposite order",
          "Keep the order that you are handed.",
          Perturbations::reversed);
      texts(
          i,
          "other-column-order",
          "%s is in alphabetical order",
          "Keep the order that you are handed: look for a sort, a `TreeMap` or a set.",
          names -> names.stream().sorted().toList());
      texts(
          i,
          "column-forgotten",
          "the last of %s is left out",
          "Look where a loop or `subList` ends.",
          names -> names.subList(0, names.size() - 1));
      texts(
          i,
          "column-forgotten",
          "the first of %s is left out",
          "Look where a loop begins.",
          names -> names.subList(1, names.size()));
      for (int j = 0; j < parameters.length; j++) {
        if (isLabel(j)) {
          labelAmong(i, j);
        }
      }
    } else if (isSeed(i)) {
      for (int fixed : SEEDS) {
        seed(i, fixed);
      }
    } else if (isWhole(i)) {
      whole(i, 1);
      whole(i, -1);
    } else if (parameters[i].getType() == double.class) {
      for (double written : NUMBERS) {
        anotherNumber(i, "=" + written, "is " + CellText.of(written), given -> written);
      }
      anotherNumber(i, "/2", "is half of what it is", given -> given / 2);
      anotherNumber(i, "*2", "is twice what it is", given -> given * 2);
    } else if (parameters[i].getType() == boolean.class) {
      add(
          "flag-turned",
          "not" + i,
          "%s is turned round".formatted(name(i)),
          "Look where you ask for it.",
          arguments -> {
            arguments[i] = !(boolean) arguments[i];
            return arguments;
          });
    }
  }

  /** A text that names the label; another one among columns is nothing that anybody would do. */
  private boolean isLabel(int i) {
    String name = parameters[i].getName().toLowerCase(Locale.ROOT);
    return isText(i) && (name.contains("label") || name.contains("target"));
  }

  private void labelAmong(int i, int j) {
    for (boolean last : new boolean[] {true, false}) {
      add(
          "label-among-columns",
          i + (last ? "<" : ">") + j,
          "the column %s is among %s".formatted(name(j), name(i)),
          "Leave it out of them.",
          arguments -> {
            List<String> names = texts(arguments, i);
            Stream<String> label = Stream.of((String) arguments[j]);
            arguments[i] =
                (last ? Stream.concat(names.stream(), label) : Stream.concat(label, names.stream()))
                    .toList();
            return arguments;
          });
    }
  }

  private void anotherNumber(int i, String key, String what, DoubleUnaryOperator change) {
    add(
        "another-number",
        "number" + i + key,
        name(i) + " " + what,
        "Look for a number that is written down where the one that you are handed belongs.",
        arguments -> {
          arguments[i] = change.applyAsDouble((double) arguments[i]);
          return arguments;
        });
  }

  private boolean isSeed(int i) {
    return isWhole(i) && parameters[i].getName().toLowerCase(Locale.ROOT).contains("seed");
  }

  private void seed(int i, int fixed) {
    add(
        "another-seed",
        "seed" + i + "=" + fixed,
        "%s is %d".formatted(name(i), fixed),
        "Look for a seed that is written down where the one that you are handed belongs.",
        arguments -> {
          arguments[i] = number(i, fixed);
          return arguments;
        });
  }

  private Object number(int i, long value) {
    return parameters[i].getType() == int.class ? (Object) (int) value : (Object) value;
  }

  private void whole(int i, int step) {
    add(
        "off-by-one",
        "step" + i + step,
        "%s is one %s".formatted(name(i), step > 0 ? "larger" : "smaller"),
        "Look at `<` and `<=`, at the first index, and at whether the ends count.",
        arguments -> {
          arguments[i] = number(i, ((Number) arguments[i]).longValue() + step);
          return arguments;
        });
  }

  /** Two arguments of the same plain type, each in the place of the other. */
  private void swapped() {
    for (int i = 0; i < parameters.length; i++) {
      for (int j = i + 1; j < parameters.length; j++) {
        boolean same =
            parameters[i].getParameterizedType().equals(parameters[j].getParameterizedType());
        if (same
            && (isText(i) || isWhole(i) || isTexts(i) || parameters[i].getType() == double.class)) {
          int one = i;
          int other = j;
          add(
              "arguments-swapped",
              i + "x" + j,
              "%s and %s are swapped".formatted(name(i), name(j)),
              "Look where you use the one for the other.",
              arguments -> {
                Object first = arguments[one];
                arguments[one] = arguments[other];
                arguments[other] = first;
                return arguments;
              });
        }
      }
    }
  }

  private void rows(
      int i, String id, String what, String next, UnaryOperator<Dataset<Row>> change) {
    add(
        id,
        i + id + what.hashCode(),
        what.formatted(name(i)),
        next,
        arguments -> {
          arguments[i] = change.apply(frame(arguments, i));
          return arguments;
        });
  }

  private void texts(
      int i, String id, String what, String next, UnaryOperator<List<String>> change) {
    add(
        id,
        i + id + what.hashCode(),
        what.formatted(name(i)),
        next,
        arguments -> {
          List<String> names = texts(arguments, i);
          arguments[i] = names.isEmpty() ? names : change.apply(names);
          return arguments;
        });
  }

  private void add(
      String id, String key, String what, String next, UnaryOperator<Object[]> change) {
    found.add(new Perturbation(id, key, what, next, change));
  }

  private static List<String> reversed(List<String> names) {
    List<String> reversed = new ArrayList<>(names);
    Collections.reverse(reversed);
    return reversed;
  }

  @SuppressWarnings("unchecked") // what the parameter's type says
  private static Dataset<Row> frame(Object[] arguments, int i) {
    return (Dataset<Row>) arguments[i];
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Object[] arguments, int i) {
    return (List<String>) arguments[i];
  }
}
