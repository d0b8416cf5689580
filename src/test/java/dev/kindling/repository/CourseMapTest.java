package dev.kindling.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.compile.LabScan;
import dev.kindling.lab.LabEntry;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
final class CourseMapTest {

  private static final Path FILE = Repository.ROOT.resolve("labs/README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

  private LabScan scan;

  @BeforeAll
  void findTheLabs(@TempDir Path state) {
    try (Labs labs = new Labs(new Home(Repository.ROOT, state))) {
      scan = labs.scan();
    }
  }

  @Test
  void theCommittedMapShowsTheLabsAsTheyAre() throws IOException {
    assertThat(scan.problems()).isEmpty();
    assertThat(scan.catalogue().labs()).extracting(LabEntry::id).hasSizeGreaterThanOrEqualTo(2);
    String map = new CourseMap(Repository.ROOT).render(scan.catalogue());
    if (Boolean.getBoolean("kindling.goldens.rewrite")) {
      Files.writeString(FILE, map);
    }

    assertThat(FILE)
        .as("-Dkindling.goldens.rewrite=true writes it")
        .exists()
        .content()
        .isEqualTo(map);
  }

  @Test
  void itsLinksLeadSomewhere() {
    String map = new CourseMap(Repository.ROOT).render(scan.catalogue());
    List<String> links = LINK.matcher(map).results().map(link -> link.group(1)).toList();

    assertThat(links).hasSizeGreaterThanOrEqualTo(2);
    assertThat(links)
        .allSatisfy(link -> assertThat(FILE.resolveSibling(link).normalize()).exists());
  }
}
