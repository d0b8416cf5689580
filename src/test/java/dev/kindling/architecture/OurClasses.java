package dev.kindling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The compiled classes, read once for all tests of this package. */
final class OurClasses {

  static final String ROOT = "dev.kindling";

  /** Kindling itself. */
  static final JavaClasses MAIN =
      new ClassFileImporter().importPath(Path.of("target/classes").toAbsolutePath());

  private OurClasses() {}

  /** The package below {@code dev.kindling}, such as {@code cli.screen}. */
  static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  static boolean ours(JavaClass type) {
    return type.getPackageName().startsWith(ROOT + ".");
  }

  /** The classes of a package and what lies below it; fails when there are fewer than expected. */
  static List<JavaClass> below(String name, int atLeast) {
    return among(type -> (packageOf(type) + ".").startsWith(name + "."), name, atLeast);
  }

  /** The classes that a rule is about; fails when there are fewer than expected. */
  static List<JavaClass> among(Predicate<JavaClass> wanted, String what, int atLeast) {
    List<JavaClass> found = MAIN.stream().filter(wanted).toList();
    assertThat(found).as("classes: %s", what).hasSizeGreaterThanOrEqualTo(atLeast);
    return found;
  }
}
