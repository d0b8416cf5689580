package dev.kindling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.kindling.spark.LocalSparkCores;
import dev.kindling.spark.LocalSparkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which. */
final class ArrowsTest {

  /** For each package, the others of ours that it may use. A package that is missing here fails. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("lab", Set.of()),
          Map.entry("plot", Set.of("plot.spec", "plot.tree")),
          Map.entry("plot.tree", Set.of()),
          Map.entry("plot.spec", Set.of()),
          Map.entry("plot.view", Set.of("plot.spec")),
          Map.entry("plot.page", Set.of("plot.spec", "plot.tree", "plot.view")),
          Map.entry("spark", Set.of()),
          Map.entry("result", Set.of("lab")),
          Map.entry("compile", Set.of("lab", "result")),
          Map.entry("data", Set.of("spark")),
          Map.entry("reference", Set.of("data")),
          Map.entry("check", Set.of("lab", "data", "check.compare", "check.errors", "mlflow")),
          Map.entry("gutter", Set.of("check", "mlflow", "spark", "tracking")),
          Map.entry("check.compare", Set.of("data")),
          Map.entry("check.errors", Set.of()),
          Map.entry("cause", Set.of("check", "check.compare", "lab")),
          Map.entry("cause.relation", Set.of("cause", "check.compare")),
          Map.entry(
              "run",
              Set.of(
                  "cause",
                  "cause.relation",
                  "check",
                  "check.errors",
                  "data",
                  "mlflow",
                  "plot",
                  "plot.page",
                  "plot.spec",
                  "plot.tree",
                  "profile",
                  "profile.report",
                  "spark",
                  "result",
                  "lab",
                  "run.protocol",
                  "run.loading")),
          Map.entry("run.loading", Set.of()),
          Map.entry("run.protocol", Set.of("result", "lab")),
          Map.entry(
              "workbench",
              Set.of(
                  "compile",
                  "result",
                  "lab",
                  "run.protocol",
                  "spark",
                  "tracking",
                  "tracking.store")),
          Map.entry("mutants", Set.of("compile", "lab")),
          Map.entry("verify", Set.of("mutants", "workbench", "compile", "result", "lab")),
          Map.entry("bench", Set.of("workbench", "compile", "result", "lab")),
          Map.entry("bench.tracking", Set.of("bench", "workbench", "tracking.store")),
          Map.entry("bench.profile", Set.of("bench", "workbench")),
          Map.entry(
              "cli",
              Set.of(
                  "cli.command",
                  "cli.course",
                  "cli.doctor",
                  "cli.screen",
                  "cli.watch",
                  "verify",
                  "bench",
                  "bench.tracking",
                  "bench.profile",
                  "workbench",
                  "compile",
                  "result",
                  "lab",
                  "tracking",
                  "tracking.http",
                  "tracking.store")),
          Map.entry(
              "cli.command",
              Set.of(
                  "cli.course",
                  "cli.screen",
                  "plot.page",
                  "plot.spec",
                  "workbench",
                  "result",
                  "lab")),
          Map.entry(
              "cli.doctor", Set.of("cli.command", "cli.screen", "lab", "workbench", "result")),
          Map.entry(
              "cli.watch",
              Set.of("cli.command", "cli.course", "cli.screen", "workbench", "result", "lab")),
          Map.entry(
              "profile", Set.of("profile.report", "profile.scan", "profile.stat", "profile.page")),
          Map.entry("profile.measure", Set.of("profile", "spark")),
          Map.entry("profile.page", Set.of("profile.report", "plot.page", "plot.spec")),
          Map.entry("profile.scan", Set.of("profile.report", "profile.stat")),
          Map.entry("profile.report", Set.of()),
          Map.entry("profile.stat", Set.of()),
          Map.entry("mlflow", Set.of("mlflow.rest", "mlflow.artifacts")),
          Map.entry("mlflow.artifacts", Set.of("mlflow.rest")),
          Map.entry("mlflow.rest", Set.of()),
          Map.entry(
              "tracking",
              Set.of(
                  "tracking.page",
                  "tracking.http",
                  "tracking.protocol",
                  "tracking.store",
                  "tracking.experiments",
                  "tracking.metrics",
                  "tracking.runs",
                  "tracking.registry",
                  "tracking.artifacts",
                  "tracking.search")),
          Map.entry("tracking.page", Set.of("plot.page", "plot.spec", "tracking.protocol")),
          Map.entry(
              "tracking.registry",
              Set.of("tracking.protocol", "tracking.store", "tracking.artifacts")),
          Map.entry(
              "tracking.artifacts", Set.of("tracking.protocol", "tracking.store", "tracking.http")),
          Map.entry("tracking.experiments", Set.of("tracking.protocol", "tracking.store")),
          Map.entry("tracking.metrics", Set.of("tracking.protocol", "tracking.store")),
          Map.entry("tracking.datasets", Set.of("tracking.protocol")),
          Map.entry(
              "tracking.runs",
              Set.of(
                  "tracking.protocol",
                  "tracking.store",
                  "tracking.experiments",
                  "tracking.metrics",
                  "tracking.datasets")),
          Map.entry("tracking.filter", Set.of("tracking.protocol")),
          Map.entry(
              "tracking.search",
              Set.of(
                  "tracking.protocol",
                  "tracking.store",
                  "tracking.filter",
                  "tracking.experiments",
                  "tracking.runs",
                  "tracking.registry")),
          Map.entry("tracking.protocol", Set.of()),
          Map.entry("tracking.store", Set.of()),
          Map.entry("tracking.http", Set.of("tracking.protocol", "tracking.store")),
          Map.entry("cli.course", Set.of("lab", "result")),
          Map.entry(
              "cli.screen",
              Set.of("lab", "result", "workbench", "cli.course", "plot.spec", "plot.view")));

  /** Each dataset is a package below {@code data} and knows no other. */
  private static final String DATASETS = "data.";

  private static Set<String> mayUse(String name) {
    return name.startsWith(DATASETS)
        ? Set.of("data", "reference")
        : ARROWS.getOrDefault(name, Set.of());
  }

  private static final List<String> HEAVY =
      List.of("org.apache.spark.", "org.apache.hadoop.", "io.delta.", "scala.", "org.junit.");

  @Test
  void everyPackageUsesOnlyThoseItMay() {
    List<JavaClass> all = OurClasses.among(OurClasses::ours, "ours", 250);

    Set<String> broken = new TreeSet<>();
    for (JavaClass type : all) {
      String from = OurClasses.packageOf(type);
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (OurClasses.ours(target)) {
          String to = OurClasses.packageOf(target);
          if (!from.equals(to) && !mayUse(from).contains(to)) {
            broken.add("%s must not use %s".formatted(type.getName(), target.getName()));
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPackageHasItsArrows() {
    Set<String> packages =
        OurClasses.among(OurClasses::ours, "ours", 250).stream()
            .map(OurClasses::packageOf)
            .filter(name -> !name.startsWith(DATASETS))
            .collect(Collectors.toSet());

    assertThat(packages).isEqualTo(ARROWS.keySet());
  }

  @Test
  void everyPackageSaysWhichOthersItUses() {
    Set<String> packages =
        OurClasses.among(OurClasses::ours, "ours", 250).stream()
            .map(OurClasses::packageOf)
            .collect(Collectors.toSet());

    assertThat(packages)
        .hasSizeGreaterThan(40)
        .allSatisfy(name -> assertThat(comment(name)).as(name).contains(statement(mayUse(name))));
  }

  /** The control: the words follow the table, and one package more or less is seen. */
  @Test
  void theWordsFollowTheTable() throws IOException {
    assertThat(statement(Set.of())).isEqualTo("<p>Uses nothing else of ours.");
    assertThat(statement(Set.of("lab"))).isEqualTo("<p>Uses {@code lab} of ours.");
    assertThat(statement(Set.of("spark", "data", "lab")))
        .isEqualTo("<p>Uses {@code data}, {@code lab} and {@code spark} of ours.");
    assertThat(comment("mutants")).doesNotContain(statement(Set.of("lab")));
  }

  private static String statement(Set<String> others) {
    String words =
        others.stream()
            .sorted()
            .map("{@code %s}"::formatted)
            .collect(Collectors.joining(", "))
            .replaceFirst(", ([^,]*)$", " and $1");
    return "<p>Uses " + (words.isEmpty() ? "nothing else" : words) + " of ours.";
  }

  private static String comment(String name) throws IOException {
    Path sources = Path.of("src/main/java", OurClasses.ROOT.replace('.', '/'));
    return Files.readString(sources.resolve(name.replace('.', '/')).resolve("package-info.java"))
        .replaceAll("\\s+(\\* ?)?", " ");
  }

  @Test
  void noPackagesFormACycle() {
    OurClasses.among(OurClasses::ours, "ours", 250);

    SlicesRuleDefinition.slices()
        .matching(OurClasses.ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .check(OurClasses.MAIN);
  }

  /** What the command and the workbench load must start fast, and Spark is not on their path. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cli",
        "workbench",
        "verify",
        "mutants",
        "bench",
        "compile",
        "result",
        "lab",
        "run.protocol",
        "tracking",
        "mlflow.rest",
        "mlflow.artifacts",
        "plot.spec",
        "plot.tree",
        "plot.view",
        "plot.page"
      })
  void theToolKnowsNeitherSparkNorJunit(String name) {
    List<JavaClass> classes = OurClasses.below(name, 3);

    assertThat(used(classes))
        .noneMatch(target -> HEAVY.stream().anyMatch(heavy -> target.startsWith(heavy)));
  }

  @Test
  void ofTheSparkPackageTheWorkbenchKnowsOnlyWhatLoadsNoSpark() {
    Set<String> light = Set.of(LocalSparkSettings.class.getName(), LocalSparkCores.class.getName());

    assertThat(used(OurClasses.below("workbench", 25)))
        .filteredOn(target -> target.startsWith(OurClasses.ROOT + ".spark."))
        .isNotEmpty()
        .allMatch(light::contains);
    List<JavaClass> both =
        OurClasses.among(type -> light.contains(type.getName()), "light Spark settings", 2);
    assertThat(used(both))
        .noneMatch(target -> HEAVY.stream().anyMatch(heavy -> target.startsWith(heavy)));
  }

  /** The control: the rule above would see Spark where there is some. */
  @Test
  void theWorkerDoesKnowSparkAndJunit() {
    Set<String> used = used(OurClasses.below("run", 15));

    assertThat(used).anyMatch(target -> target.startsWith("org.apache.spark."));
    assertThat(used).anyMatch(target -> target.startsWith("org.junit."));
  }

  private static Set<String> used(List<JavaClass> classes) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
