package dev.kindling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.kindling.lab.Lab;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What labs and solutions may use of ours. */
final class LabImportsTest {

  private static final Pattern LAB_FILE =
      Pattern.compile("/test-classes/(day[1-4]|projects)/[a-z0-9]+/");
  private static final Set<String> FOR_LABS =
      Set.of(
          "lab",
          "check",
          "check.compare",
          "data",
          "mlflow",
          "mlflow.artifacts",
          "mlflow.rest",
          "plot",
          "plot.spec",
          "plot.tree",
          "profile",
          "profile.report",
          "reference");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(LabImportsTest::ofALab)
          .importPath(Path.of("target/test-classes").toAbsolutePath());

  private static boolean ofALab(Location location) {
    return location.matches(Pattern.compile(".*" + LAB_FILE.pattern() + ".*"));
  }

  @Test
  void labsUseTheContractTheCheckLanguageDataAndToolkitsAlone() {
    assertThat(classes.stream().filter(type -> type.isAnnotatedWith(Lab.class)))
        .extracting(JavaClass::getName)
        .as("contracts")
        .hasSizeGreaterThanOrEqualTo(2);

    Set<String> broken = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (OurClasses.ours(target) && !forLabs(OurClasses.packageOf(target))) {
          broken.add("%s must not use %s".formatted(type.getName(), target.getName()));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** Each dataset is a package below {@code data}. */
  private static boolean forLabs(String name) {
    return FOR_LABS.contains(name) || name.startsWith("data.");
  }

  @Test
  void labsDoNotUseEachOther() {
    Set<String> broken =
        classes.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(LabImportsTest::crossesLabs)
            .map(Dependency::getDescription)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(classes).hasSizeGreaterThanOrEqualTo(10);
    assertThat(broken).isEmpty();
  }

  private static boolean crossesLabs(Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    return target.getPackageName().matches("(day[1-4]|projects)\\..*")
        && !lab(target).equals(lab(dependency.getOriginClass()));
  }

  private static String lab(JavaClass type) {
    return type.getPackageName().replaceFirst("\\.checks$", "");
  }
}
