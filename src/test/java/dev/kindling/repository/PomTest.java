package dev.kindling.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PomTest {

  private static final String ADDED_SOURCES =
      "plugin[artifactId='build-helper-maven-plugin']//execution/configuration/sources/source";
  private static final String WORK = "${project.basedir}/work";

  private final Xml pom = Xml.read("pom.xml");

  @Test
  void everyPluginIsPinned() {
    Set<String> pinned = new HashSet<>(pom.texts("//plugin[version]/artifactId"));
    List<String> used = pom.texts("//plugin/artifactId");

    assertThat(used).hasSizeGreaterThan(12);
    assertThat(pinned).containsAll(used);
    assertThat(pom.texts("//plugin/version")).allMatch(version -> version.matches("\\d[\\w.-]*"));
  }

  /** Maven brings these along whether the pom names them or not, at a version of its own choice. */
  @Test
  void everyPluginOfTheDefaultLifecycleIsPinned() {
    assertThat(pom.texts("//plugin[version]/artifactId"))
        .contains(
            "maven-clean-plugin",
            "maven-resources-plugin",
            "maven-compiler-plugin",
            "maven-surefire-plugin",
            "maven-jar-plugin",
            "maven-install-plugin",
            "maven-deploy-plugin",
            "maven-site-plugin");
  }

  @Test
  void everyDependencyHasAFixedVersion() {
    List<String> versions = pom.texts("//dependency/version");

    assertThat(versions).hasSizeGreaterThan(10).allMatch(version -> version.startsWith("${"));
    assertThat(pom.texts("/project/properties/*[contains(name(), '.version')]"))
        .hasSizeGreaterThan(10)
        .allMatch(version -> version.matches("\\d+(\\.\\d+)+"));
  }

  @Test
  void aPlainBuildNeverCompilesWork() {
    assertThat(pom.texts("/project/build/plugins/" + ADDED_SOURCES))
        .containsExactly("${project.basedir}/labs", "${project.basedir}/solutions");
    assertThat(pom.texts("/project/build/testSourceDirectory")).isEmpty();
  }

  @Test
  void anIdeAddsWorkByItself() {
    List<Xml> profiles = pom.all("/project/profiles/profile[starts-with(id, 'work-in-')]");

    assertThat(profiles).hasSize(2);
    assertThat(profiles)
        .allSatisfy(
            profile ->
                assertThat(profile.texts("build/plugins/" + ADDED_SOURCES)).containsExactly(WORK));
    // Each is set by one IDE while it imports the project, and by nobody who runs Maven.
    assertThat(pom.texts("/project/profiles/profile[starts-with(id, 'work-in-')]/activation/*"))
        .containsExactlyInAnyOrder("idea.maven.embedder.version", "m2e.version");
  }

  /** The launchers say so: see {@link LaunchersTest}. */
  @Test
  void aBuildIsStrictUnlessItIsToBeQuick() {
    String strict = "/project/profiles/profile[id='strict']";

    assertThat(pom.texts(strict + "/activation/property/name")).containsExactly("!kindling.quick");
    assertThat(pom.texts(strict + "//execution[id='default-compile']//arg"))
        .contains("-Werror")
        .anyMatch(argument -> argument.contains("-Xep:NullAway:ERROR"));
    assertThat(pom.texts("/project/build//arg"))
        .isNotEmpty()
        .noneMatch(argument -> argument.contains("ErrorProne"));
  }

  @Test
  void noLabIsNamed() {
    assertThat(Repository.text("pom.xml")).doesNotContainPattern("day\\d|imputation|projects/");
  }
}
