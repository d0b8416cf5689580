package dev.kindling.run;

import dev.kindling.plot.page.TreePage;
import dev.kindling.plot.tree.Tree;
import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.result.ShownPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Profiles, comparisons and trees in short, with the page that has the whole of it. */
final class ShownReports {

  private ShownReports() {}

  static ShownPart of(Profile profile) {
    return ShownPart.report(
        "%s: %,d rows × %d columns, %s"
            .formatted(
                profile.title(),
                profile.overview().rows(),
                profile.overview().columns(),
                alerts(profile.alerts().size())),
        lines(
            profile.alerts().stream().map(alert -> alert.type() + " " + alert.message()).toList()),
        profile.toHtml());
  }

  static ShownPart of(Comparison comparison) {
    return ShownPart.report(
        "%s beside %s: %s"
            .formatted(
                comparison.first().title(),
                comparison.second().title(),
                alerts(comparison.alerts().size())),
        lines(
            comparison.alerts().stream()
                .map(alert -> alert.type() + " " + alert.message())
                .toList()),
        comparison.toHtml());
  }

  static ShownPart of(String title, Tree tree) {
    return ShownPart.report(title, String.join("\n", tree.lines()), new TreePage(tree).render());
  }

  private static String alerts(int count) {
    return count == 0 ? "no alerts" : count == 1 ? "1 alert" : count + " alerts";
  }

  private static @Nullable String lines(List<String> lines) {
    return lines.isEmpty() ? null : String.join("\n", lines);
  }
}
