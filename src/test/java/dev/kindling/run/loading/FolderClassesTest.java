package dev.kindling.run.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab and an answer of one package, each in a folder and a loader of its own. */
final class FolderClassesTest {

  @TempDir private Path temp;
  private Path lab;
  private Path answer;

  @BeforeEach
  void compile() throws IOException {
    lab = compiled("lab", "final class Rooms { static int of(int beds) { return beds + 1; } }", "");
    answer =
        compiled(
            "answer",
            "public class Answer { public int rooms() { return Rooms.of(6); } }",
            lab.toString());
  }

  private Path compiled(String name, String code, String classPath) throws IOException {
    Path source = Files.createDirectories(temp.resolve("sources")).resolve(simpleName(code));
    Files.writeString(source, "package day9.loading; " + code);
    Path classes = Files.createDirectories(temp.resolve(name));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), "-cp", classPath, source.toString());
    assertThat(exit).isZero();
    return classes;
  }

  private static String simpleName(String code) {
    return code.replaceFirst(".*?class (\\w+).*", "$1") + ".java";
  }

  private static int rooms(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> type = Class.forName("day9.loading.Answer", true, loader);
    return (int) type.getMethod("rooms").invoke(type.getConstructor().newInstance());
  }

  private static ClassLoader parent() {
    return FolderClassesTest.class.getClassLoader();
  }

  @Test
  void anAnswerUsesWhatItsLabHasInTheSamePackage() throws ReflectiveOperationException {
    assertThat(rooms(new FolderClasses(answer, new FolderClasses(lab, parent())))).isEqualTo(7);
  }

  @Test
  void plainLoadersWouldForbidIt() throws IOException {
    try (URLClassLoader labs = new URLClassLoader(new URL[] {lab.toUri().toURL()}, parent());
        URLClassLoader answers = new URLClassLoader(new URL[] {answer.toUri().toURL()}, labs)) {
      assertThatThrownBy(() -> rooms(answers))
          .isInstanceOf(InvocationTargetException.class)
          .hasCauseInstanceOf(IllegalAccessError.class);
    }
  }

  @Test
  void aFolderMayBeDeletedOnceItIsOpen() throws Exception {
    FolderClasses open = new FolderClasses(answer, new FolderClasses(lab, parent()));
    Files.delete(answer.resolve("day9/loading/Answer.class"));
    Files.delete(lab.resolve("day9/loading/Rooms.class"));
    assertThat(rooms(open)).isEqualTo(7);
  }

  @Test
  void itKnowsItsOwnAndItsLabsClasses() {
    FolderClasses open = new FolderClasses(answer, new FolderClasses(lab, parent()));
    assertThat(open.has("day9.loading.Answer")).isTrue();
    assertThat(open.has("day9.loading.Rooms")).isTrue();
    assertThat(open.has("day9.loading.Other")).isFalse();
    assertThat(open.has("java.lang.String")).isFalse();
  }

  @Test
  void anAnswerCannotTakeTheNameOfAClassOfItsLab() throws Exception {
    Path forged =
        compiled("forged", "final class Rooms { static int of(int beds) { return 42; } }", "");
    Files.copy(
        answer.resolve("day9/loading/Answer.class"), forged.resolve("day9/loading/Answer.class"));
    assertThat(rooms(new FolderClasses(forged, new FolderClasses(lab, parent())))).isEqualTo(7);
  }

  @Test
  void anEmptyFolderIsAnError() throws IOException {
    Path empty = Files.createDirectories(temp.resolve("empty"));
    assertThatThrownBy(() -> new FolderClasses(empty, parent()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty");
  }
}
