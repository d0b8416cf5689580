package day2.registry.checks;

import static dev.kindling.check.Expect.expect;

import day2.registry.RegistryLab;
import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Champions and their challengers, each pair in a model of its own: four versions, of which the
 * third one is the champion. Judges what is decided, and then what becomes of stages and aliases.
 */
final class Duels {

  private static final String VALIDATION = "validation_rmse";
  private static final String HEAD =
      "title:string | challenger:string | old:array<double> | new:array<double>\n";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "unvalidated-throws",
              error ->
                  error.is(NoSuchElementException.class) || error.is(NullPointerException.class),
              "The run of the challenger has no `validation_rmse`, and your method throws. A model that nobody has validated is simply not promoted: see whether the metric is there.");

  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> left = new TreeMap<>();
  private final Map<String, String> right = new TreeMap<>();

  /**
   * Has an answer decide some duels: what each is about, the challenger's version, and the RMSE of
   * champion and challenger on validation rows (the latter may be null), train rows and test rows.
   */
  static void judge(RegistryLab lab, TrackingSpace space, String duels) {
    Duels all = new Duels();
    Table.parse(HEAD + duels).stream().forEach(duel -> all.decide(lab, space, duel));
    expect(decisions(all.left))
        .as("what becomes of the challenger of each duel, by what `promote` returned")
        .toHaveEntries(decisions(all.right));
    expect(all.left).as("the stages and aliases").since(all.before).toHaveEntries(all.right);
  }

  private static Map<String, String> decisions(Map<String, String> state) {
    Map<String, String> decisions = new TreeMap<>(state);
    decisions.keySet().removeIf(key -> !key.startsWith("duel "));
    return decisions;
  }

  private void decide(RegistryLab lab, TrackingSpace space, TableRow duel) {
    String challenger = duel.text("challenger");
    MadeModel made = between(space, duel, challenger);
    String number = "%d: ".formatted(decisions(right).size() + 1);
    Map<String, String> state = made.state();
    state.forEach((key, value) -> before.put(number + key, value));
    Map<String, Double> reached = metrics(duel.get("new"));
    boolean known = reached.containsKey(VALIDATION);
    boolean wins = known && reached.get(VALIDATION) < metrics(duel.get("old")).get(VALIDATION);
    if (wins) {
      state.put("version " + challenger, "Production");
      state.put("version 3", "Archived");
      state.put("alias champion", "version " + challenger);
      state.put("alias previous", "version 3");
      state.remove("alias challenger");
    }
    Map<Boolean, String> told = Map.of(true, "takes over", false, "stays behind");
    String title = "duel " + number + duel.text("title");
    (known ? KnownErrors.none() : ERRORS)
        .during(() -> left.put(title, told.get(lab.promote(made.uri(), made.name()))));
    right.put(title, told.get(wins));
    made.state().forEach((key, value) -> left.put(number + key, value));
    state.forEach((key, value) -> right.put(number + key, value));
  }

  private static MadeModel between(TrackingSpace space, TableRow duel, String challenger) {
    MadeModel made = MadeModel.in(space, "duel");
    String other = made.run(Map.of(), Map.of(VALIDATION, 900.0));
    String best = made.run(Map.of(), metrics(duel.get("old")));
    String next = made.run(Map.of(), metrics(duel.get("new")));
    for (String version : List.of("1", "2", "3", "4")) {
      made.add(version.equals("3") ? best : version.equals(challenger) ? next : other, "model");
    }
    made.inStage("1", "Archived").inStage("3", "Production").inStage(challenger, "Staging");
    made.alias("champion", 3).alias("previous", 1).alias("audit", 1);
    return made.alias("challenger", Integer.parseInt(challenger)).ended();
  }

  private static Map<String, Double> metrics(Object values) {
    List<?> numbers = (List<?>) values;
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put(VALIDATION, (Double) numbers.get(0));
    metrics.put("train_rmse", (Double) numbers.get(1));
    metrics.put("test_rmse", (Double) numbers.get(2));
    metrics.values().removeIf(Objects::isNull);
    return metrics;
  }
}
