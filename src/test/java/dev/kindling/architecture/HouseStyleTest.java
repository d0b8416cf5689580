package dev.kindling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.kindling.cli.Main;
import dev.kindling.run.PlainChecks;
import dev.kindling.run.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names, streams, state and sizes. */
final class HouseStyleTest {

  private static final Path SOURCES = Path.of("src/main/java");

  private final List<JavaClass> classes = OurClasses.among(OurClasses::ours, "ours", 250);

  @Test
  void onlyMainClassesTouchTheStreamsOfTheProcess() {
    Set<String> touching =
        classes.stream()
            .filter(HouseStyleTest::touchesStreams)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    assertThat(touching)
        .isNotEmpty()
        .isSubsetOf(Main.class.getName(), WorkerMain.class.getName(), PlainChecks.class.getName());
  }

  private static boolean touchesStreams(JavaClass type) {
    return type.getFieldAccessesFromSelf().stream()
        .anyMatch(
            access ->
                access.getTargetOwner().isEquivalentTo(System.class)
                    && Set.of("out", "err").contains(access.getTarget().getName()));
  }

  @Test
  void namesSayWhatAThingIs() {
    assertThat(classes)
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> name.matches("\\w*(Utils?|Helpers?|Managers?|Impl|Misc|Common)"));
  }

  @Test
  void noStateIsStatic() {
    assertThat(classes.stream().flatMap(type -> type.getFields().stream()))
        .filteredOn(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filteredOn(field -> !field.getModifiers().contains(JavaModifier.FINAL))
        .extracting(JavaField::getFullName)
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> packages =
        classes.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages).hasSizeGreaterThan(12);
    assertThat(packages)
        .allSatisfy(
            name ->
                assertThat(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"))
                    .content()
                    .startsWith("/**"));
  }

  /** The median at most 100 lines, nine in ten at most 300. */
  @Test
  void classesAreSmall() throws IOException {
    List<Integer> lines;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      lines =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .map(HouseStyleTest::lines)
              .sorted()
              .toList();
    }

    assertThat(lines).hasSizeGreaterThan(250);
    assertThat(lines.get(lines.size() / 2)).as("median").isLessThanOrEqualTo(100);
    assertThat(lines.get(lines.size() * 9 / 10)).as("ninth decile").isLessThanOrEqualTo(300);
    assertThat(lines.get(lines.size() - 1)).as("largest").isLessThanOrEqualTo(400);
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
