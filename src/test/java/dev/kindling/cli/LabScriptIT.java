package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.cli.ScriptCheckout.Ran;
import dev.kindling.cli.ScriptCheckout.Running;
import dev.kindling.workbench.SampleCheckout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script as people call it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
final class LabScriptIT {

  private static final String ANSWER = "work/day9/sample/Sample.java";
  private static final String ESCAPE = "\u001b";

  private Path temp;
  private ScriptCheckout checkout;

  @BeforeAll
  void copy(@TempDir Path folder) {
    assumeTrue(File.separatorChar == '/', "needs a Unix shell");
    temp = folder;
    checkout = new ScriptCheckout(temp);
  }

  @AfterAll
  void stop() throws Exception {
    if (checkout != null) {
      checkout.lab("stop");
    }
  }

  @BeforeEach
  void notStarted() throws IOException {
    Files.deleteIfExists(checkout.root().resolve(ANSWER));
    Files.deleteIfExists(checkout.root().resolve(ANSWER).getParent());
    Files.deleteIfExists(checkout.root().resolve(".kindling/progress.jsonl"));
  }

  /** One sentence, which may be folded into a few lines; no trace. */
  private static void assertOneSentence(String text) {
    assertThat(text.strip()).isNotEmpty().doesNotContain("Exception", "\tat ", ".\n");
    assertThat(text.strip().lines().toList()).as(text).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void listShowsTheLabs() throws Exception {
    Ran ran = checkout.lab("list");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("sample").contains("A sample");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void withoutArgumentsItGreetsAndSaysWhatToTypeNext() throws Exception {
    Ran ran = checkout.lab();
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("./lab start sample");
  }

  @Test
  void itCanBeCalledFromAnywhere() throws Exception {
    Ran ran =
        checkout.run(Map.of(), List.of("sh", "-c", "cd / && '" + checkout.root() + "/lab' list"));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("A sample");
  }

  @Test
  void statusSaysThatNothingRunsAndStartsNothing() throws Exception {
    checkout.lab("stop");
    Ran ran = checkout.lab("status");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("No workbench is running");
    assertThat(checkout.processes()).isEmpty();
  }

  @Test
  void aLabThatWasNotStartedIsNotPassed() throws Exception {
    Ran ran = checkout.lab("grade", "sample");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("./lab start sample");
  }

  @Test
  void startPutsTheStarterInPlace() throws Exception {
    Ran ran = checkout.lab("start", "sample");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(checkout.root().resolve(ANSWER)).exists();
    assertThat(ran.out()).contains(ANSWER);
  }

  @Test
  void theSolutionPassesWithoutAWorkbenchAndLeavesNothingRunning() throws Exception {
    checkout.lab("stop");
    Ran ran = checkout.lab("grade", "sample", "--solution", "--no-workbench", "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(ran.out());
    assertThat(json.isObject()).isTrue();
    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.get("lab").asText()).isEqualTo("day9/sample");
    assertThat(json.get("score").asDouble()).isEqualTo(100);
    assertThat(ran.out()).contains("\"score\":100.0,\"max\":100.0,\"passed\":true");
    assertThat(checkout.processes()).isEmpty();
  }

  /** The first two share a workbench; the others end it. */
  @Test
  @Order(1)
  void aWrongAnswerIsOneAndARightOneIsZero() throws Exception {
    checkout.write(ANSWER, SampleCheckout.with("rows", "return frame.count() - 1;"));
    Ran wrong = checkout.lab("grade", "sample");
    assertThat(wrong.code()).as(wrong.err()).isEqualTo(1);
    assertThat(wrong.out()).contains("off-by-one").contains(ANSWER + ":").doesNotContain(ESCAPE);
    checkout.write(ANSWER, SampleCheckout.right());
    Ran right = checkout.lab("grade", "sample");
    assertThat(right.code()).as(right.err()).isZero();
    assertThat(right.out()).contains("100");
    assertThat(right.err()).as("the workbench runs already").isEmpty();
  }

  @Test
  void aTypoIsAUsageErrorWithTheNearestName() throws Exception {
    Ran lab = checkout.lab("grade", "smaple");
    assertThat(lab.code()).isEqualTo(2);
    assertThat(lab.err()).contains("'smaple'").contains("'day9/sample'");
    assertThat(lab.out()).isEmpty();
    assertOneSentence(lab.err());
    Ran command = checkout.lab("garde", "sample");
    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("'grade'");
    assertThat(checkout.lab("grade").code()).isEqualTo(2);
    assertThat(checkout.lab("grade", "sample", "--sede", "7").code()).isEqualTo(2);
  }

  @Test
  void outputThatGoesIntoAPipeIsPlain() throws Exception {
    Ran ran = checkout.run(Map.of(), List.of("sh", "-c", "./lab list | cat"));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("A sample").doesNotContain(ESCAPE, "\r");
  }

  @Test
  void aPipeThatClosesEarlyIsNoFault() throws Exception {
    Ran ran = checkout.run(Map.of(), List.of("sh", "-c", "./lab --help | head -n 1"));
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.err()).isEmpty();
  }

  /** The output on a terminal of its own. */
  private Ran onTerminal(Map<String, String> changes, String command) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs a terminal to write to");
    return checkout.run(changes, List.of("script", "-q", "-e", "-c", command, "/dev/null"));
  }

  @Test
  void onATerminalThereIsColourUnlessItIsNotWanted() throws Exception {
    Ran colour = onTerminal(Map.of(), "./lab list");
    assertThat(colour.code()).isZero();
    assertThat(colour.out()).contains(ESCAPE + "[").contains("A sample");
    Ran plain = onTerminal(Map.of("NO_COLOR", "1"), "./lab list");
    assertThat(plain.code()).isZero();
    assertThat(plain.out()).contains("A sample").doesNotContain(ESCAPE + "[");
  }

  @Test
  void aJavaHomeWithoutAJavaIsToldInOneSentence() throws Exception {
    Ran ran = checkout.lab(Map.of("JAVA_HOME", "/nowhere/jdk"), "list");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("'/nowhere/jdk'").contains("JDK 17");
    assertOneSentence(ran.err());
  }

  /** A folder of commands: those that the script needs, and a Java that only tells its version. */
  private Path commands(String name, String java) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    for (String tool : List.of("sh", "dirname", "cat", "sed", "head", "mkdir", "env")) {
      Path real =
          Files.exists(Path.of("/usr/bin", tool))
              ? Path.of("/usr/bin", tool)
              : Path.of("/bin", tool);
      Files.createSymbolicLink(folder.resolve(tool), real);
    }
    if (java != null) {
      Path file = Files.writeString(folder.resolve("java"), java);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return folder;
  }

  @Test
  void anOldJavaIsToldWithItsVersion() throws Exception {
    Path path = commands("old", "#!/bin/sh\necho 'openjdk version \"11.0.1\" 2018-10-16' >&2\n");
    Ran ran = checkout.lab(Map.of("JAVA_HOME", "", "PATH", path.toString()), "list");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("'" + path + "/java'").contains("version 11").contains("JDK 17");
    assertOneSentence(ran.err());
  }

  @Test
  void aJavaFromBeforeTheVersionsWereRenamedIsOldToo() throws Exception {
    Path path = commands("ancient", "#!/bin/sh\necho 'java version \"1.8.0_392\"' >&2\n");
    Ran ran = checkout.lab(Map.of("JAVA_HOME", "", "PATH", path.toString()), "list");
    assertThat(ran.code()).isEqualTo(3);
    assertOneSentence(ran.err());
  }

  @Test
  void noJavaAtAllIsToldInOneSentence() throws Exception {
    Path path = commands("none", null);
    Ran ran = checkout.lab(Map.of("JAVA_HOME", "", "PATH", path.toString()), "list");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("There is no Java");
    assertOneSentence(ran.err());
  }

  @Test
  void aCheckoutThatCannotBeWrittenIsToldInOneSentence() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs a folder that nobody can write");
    ScriptCheckout locked = new ScriptCheckout(Files.createDirectory(temp.resolve("locked")));
    // Not even root can create a file below /proc.
    Path state = locked.root().resolve(".kindling");
    Files.createSymbolicLink(state, Path.of("/proc/self"));
    Ran script = locked.lab("list");
    assertThat(script.code()).isEqualTo(3);
    assertThat(script.err()).contains(".kindling").contains("make the folder writable");
    assertOneSentence(script.err());

    Files.delete(state);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    locked.write(".kindling/java", java + "\n");
    Files.createSymbolicLink(state.resolve("classes"), Path.of("/proc/self"));
    Ran tool = locked.lab("list");
    assertThat(tool.code()).as(tool.err()).isEqualTo(3);
    assertThat(tool.err())
        .contains(".kindling/classes")
        .containsIgnoringWhitespaces("make the folder writable");
    assertOneSentence(tool.err());
  }

  /** Starts the script as a process group of its own, as a terminal does. */
  private Running inItsOwnGroup(String... args) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "needs process groups");
    List<String> command = new ArrayList<>(List.of("setsid", "./lab"));
    command.addAll(List.of(args));
    return checkout.start(Map.of(), command);
  }

  /** Ctrl-C, as the terminal sends it: to the whole group. */
  private static void interrupt(Running running) throws Exception {
    new ProcessBuilder("kill", "-INT", "--", "-" + running.process().pid()).start().waitFor();
  }

  private static void awaitFile(Path file, Running running) throws Exception {
    while (!Files.exists(file)) {
      assertThat(running.process().isAlive()).as(Files.readString(running.err())).isTrue();
      TimeUnit.MILLISECONDS.sleep(25);
    }
  }

  /** An answer that says when it runs, and then does not end. */
  private Path saveAnEndlessAnswer() throws IOException {
    Path mark = temp.resolve("running");
    Files.deleteIfExists(mark);
    checkout.write(
        ANSWER,
        SampleCheckout.with(
            "rows",
            "try { java.nio.file.Files.writeString(java.nio.file.Path.of(\"%s\"), \"\"); Thread.sleep(60_000); } catch (Exception e) { throw new RuntimeException(e); } return 7;"
                .formatted(mark)));
    return mark;
  }

  @Test
  void controlCWithoutAWorkbenchEndsEverything() throws Exception {
    checkout.lab("stop");
    Path mark = saveAnEndlessAnswer();
    Running running = inItsOwnGroup("grade", "sample", "--no-workbench");
    awaitFile(mark, running);
    interrupt(running);
    assertThat(running.process().waitFor()).isEqualTo(130);
    assertThat(Files.readString(running.err())).doesNotContain("Exception");
    for (int i = 0; i < 400 && !checkout.processes().isEmpty(); i++) {
      TimeUnit.MILLISECONDS.sleep(25);
    }
    assertThat(checkout.processes()).isEmpty();
  }

  @Test
  @Order(2)
  void controlCLeavesAWorkbenchThatRanBeforeAlone() throws Exception {
    checkout.write(ANSWER, SampleCheckout.right());
    assertThat(checkout.lab("grade", "sample").code()).isZero();
    List<Long> before = checkout.processes().stream().map(ProcessHandle::pid).sorted().toList();
    assertThat(before).as("a workbench and a worker").hasSize(2);
    Path mark = saveAnEndlessAnswer();
    Running running = inItsOwnGroup("grade", "sample");
    awaitFile(mark, running);
    interrupt(running);
    assertThat(running.process().waitFor()).isEqualTo(130);
    assertThat(checkout.processes()).extracting(ProcessHandle::pid).containsAll(before).hasSize(2);
    assertThat(checkout.lab("status").out()).doesNotContain("No workbench");
  }
}
