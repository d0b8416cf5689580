package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All texts are those that were expected, in another case or with other blanks. */
final class Texts implements Relation {

  private record Form(String id, String what, UnaryOperator<String> of) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("lower-case", "in lower case", text -> text.toLowerCase(Locale.ROOT)),
          new Form("upper-case", "in upper case", text -> text.toUpperCase(Locale.ROOT)),
          new Form("blanks-cut", "without the blanks at their ends", String::strip),
          new Form("blanks-removed", "without any blanks", text -> text.replace(" ", "")));

  @Override
  public Optional<Cause> of(Paired paired) {
    List<Paired.Two> differing = new ArrayList<>();
    List<Paired.Two> all = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column : paired.differing()) {
      int at = column;
      names.add(paired.name(column));
      all.addAll(paired.values(column));
      paired.values(column).stream().filter(two -> !paired.same(at, two)).forEach(differing::add);
    }
    boolean texts =
        !differing.isEmpty()
            && all.stream()
                .allMatch(
                    two ->
                        two.expected() == null
                            ? two.actual() == null
                            : two.expected() instanceof String && two.actual() instanceof String);
    if (!texts) {
      return Optional.empty();
    }
    names.removeIf(String::isEmpty);
    String where = names.isEmpty() ? "" : " in " + String.join(", ", names);
    for (Form form : FORMS) {
      if (all.stream()
          .allMatch(
              two ->
                  two.expected() == null
                      || form.of().apply((String) two.expected()).equals(two.actual()))) {
        return Optional.of(
            new Cause(form.id(), "Your texts%s are ours %s.".formatted(where, form.what())));
      }
      if (differing.stream()
          .allMatch(two -> form.of().apply((String) two.actual()).equals(two.expected()))) {
        return Optional.of(
            new Cause(
                "not-" + form.id(),
                "Ours are your texts%s %s: all that differs is that."
                    .formatted(where, form.what())));
      }
    }
    return Optional.empty();
  }
}
