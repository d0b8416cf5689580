package dev.kindling.bench;

import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.CheckName;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.LabInfo;
import dev.kindling.workbench.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same checks the ordinary way: a scratch Maven project with the lab's contract, its checks and
 * the answer as test sources, run by {@code mvn -o -q test}. It gets every jar that the worker has,
 * so resolving costs it nothing.
 */
final class MavenProject {

  private final Path root;
  private final BenchCheckout checkout;
  private final Path log;

  MavenProject(Path root, BenchCheckout checkout, Path log) throws IOException {
    this.root = root;
    this.checkout = checkout;
    this.log = log;
    Path sources = root.resolve("src/test/java");
    LabFolder folder = checkout.folder();
    BenchCheckout.copy(folder.lab(), sources.resolve(folder.id().toString()));
    Files.createDirectories(root.resolve(".mvn"));
    Files.copy(
        Home.installation().resolve(".mvn/spark.jvmargs"), root.resolve(".mvn/spark.jvmargs"));
    BenchCheckout.copy(Home.installation().resolve(".mvn/wrapper"), root.resolve(".mvn/wrapper"));
    Files.copy(Home.installation().resolve(wrapper()), root.resolve(wrapper()));
    root.resolve(wrapper()).toFile().setExecutable(true);
    Files.writeString(root.resolve("pom.xml"), pom());
    touch("// first\n");
  }

  /** Runs checks once with the network, so that Maven has all its plugins. */
  void prepare(LabInfo lab) throws IOException, InterruptedException {
    run(lab.checksOf(1), false);
  }

  /** Edits the answer, runs these checks offline, and returns the wall time in milliseconds. */
  double time(List<CheckInfo> checks) throws IOException, InterruptedException {
    touch("// " + System.nanoTime() + "\n");
    return run(checks, true);
  }

  private double run(List<CheckInfo> checks, boolean offline)
      throws IOException, InterruptedException {
    String tests =
        checkout.folder().name()
            + "Checks#"
            + checks.stream()
                .map(check -> CheckName.of(check.name()).method())
                .distinct()
                .collect(Collectors.joining("+"));
    String[] command = {
      root.resolve(wrapper()).toString(), offline ? "-o" : "-B", "-q", "test", "-Dtest=" + tests
    };
    return Stopwatch.time(List.of(command), root, Map.of(), log, 0);
  }

  private static String wrapper() {
    return System.getProperty("os.name").startsWith("Windows") ? "mvnw.cmd" : "mvnw";
  }

  private void touch(String comment) throws IOException {
    Path answer =
        root.resolve("src/test/java")
            .resolve(checkout.folder().id().toString())
            .resolve(checkout.folder().name() + ".java");
    Files.writeString(answer, comment + checkout.answer());
  }

  private String pom() {
    StringBuilder dependencies = new StringBuilder();
    int number = 0;
    for (Path jar : Home.workerClassPath()) {
      dependencies.append(
          """
              <dependency>
                <groupId>bench</groupId><artifactId>jar%d</artifactId><version>1</version>
                <scope>system</scope><systemPath>%s</systemPath>
              </dependency>
          """
              .formatted(number++, jar));
    }
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
            <dependency>
              <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
              <version>%s</version><scope>test</scope>
            </dependency>
        %s
          </dependencies>
          <build>
            <plugins>
              <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version>
                <configuration><compilerArgs><arg>-proc:none</arg></compilerArgs></configuration>
              </plugin>
              <plugin>
                <artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version>
                <configuration>
                  <argLine>@${project.basedir}/.mvn/spark.jvmargs -Dkindling.answer=learner -Dkindling.cache=%s</argLine>
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(junitVersion(), dependencies, checkout.home().data());
  }

  /** The version of the JUnit that the worker has, read from its jar's name. */
  private static String junitVersion() {
    return Home.workerClassPath().stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.startsWith("junit-jupiter-api-"))
        .map(name -> name.replaceAll("junit-jupiter-api-|\\.jar", ""))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The worker's class path has no JUnit."));
  }
}
