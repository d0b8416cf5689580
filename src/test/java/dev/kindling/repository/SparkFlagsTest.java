package dev.kindling.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Spark's JVM flags have one source, which everything that starts Spark refers to. */
final class SparkFlagsTest {

  private static final String FILE = ".mvn/spark.jvmargs";
  // In two halves, or this file would be a second place that writes the flag.
  private static final String FLAG = "--add" + "-opens=java.";

  @Test
  void noOtherFileWritesThem() {
    List<Path> files = Repository.files();

    assertThat(files).hasSizeGreaterThan(200).contains(Path.of("lab"), Path.of("pom.xml"));
    assertThat(files)
        .filteredOn(file -> Repository.text(Repository.ROOT.resolve(file)).contains(FLAG))
        .containsExactly(Path.of(FILE));
  }

  @Test
  void theyOpenWhatSparkNeeds() {
    assertThat(Repository.text(FILE).lines().filter(line -> line.startsWith(FLAG)))
        .hasSize(13)
        .allMatch(line -> line.matches(FLAG + "base/[\\w.]+=ALL-UNNAMED"));
  }

  @Test
  void surefireAndFailsafeReferToThem() {
    Xml pom = Xml.read("pom.xml");

    assertThat(pom.texts("/project/properties/argLine"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("@" + FILE + " ");
    assertThat(pom.texts("//plugin//argLine")).isEmpty();
  }

  @Test
  void testsRunWithThem() {
    List<String> ours = Repository.text(FILE).lines().toList();

    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .containsAll(ours.stream().filter(line -> line.startsWith("-")).toList());
  }

  @Test
  void intellijRefersToThemForEveryTest() {
    Xml template = Xml.read(".idea/runConfigurations/_template__of_JUnit.xml");

    assertThat(template.texts("/component/configuration/@default")).containsExactly("true");
    assertThat(template.texts("/component/configuration/@type")).containsExactly("JUnit");
    assertThat(template.texts("//option[@name='VM_PARAMETERS']/@value"))
        .containsExactly("-ea \"@$PROJECT_DIR$/" + FILE + "\"");
    assertThat(template.texts("//option[@name='WORKING_DIRECTORY']/@value"))
        .containsExactly("$PROJECT_DIR$");
  }

  @Test
  void visualStudioCodeRefersToThemForEveryTest() throws IOException {
    JsonNode settings = new ObjectMapper().readTree(Repository.text(".vscode/settings.json"));
    JsonNode config = settings.path("java.test.config");

    assertThat(StreamSupport.stream(config.path("vmArgs").spliterator(), false))
        .map(JsonNode::asText)
        .contains("@${workspaceFolder}/" + FILE);
    assertThat(config.path("workingDirectory").asText()).isEqualTo("${workspaceFolder}");
  }

  @Test
  void theSettingsOfIdesAreNotIgnored() {
    assertThat(Repository.text(".gitignore").lines())
        .contains("!.idea/runConfigurations/", "!.vscode/settings.json");
  }
}
