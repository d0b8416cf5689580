package dev.kindling.bench;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.TaskInfo;
import dev.kindling.workbench.Home;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A copy of one lab in a folder of its own, with the solution as the learner's answer, so that a
 * bench touches no work.
 */
final class BenchCheckout {

  private final Path root;
  private final LabFolder folder;
  private final LabFolder original;
  private final String answer;
  private String edited;
  private int edits;

  BenchCheckout(Path root, LabEntry lab) throws IOException {
    this.root = root;
    this.original = lab.folder();
    this.folder = new LabFolder(root, original.id(), original.name());
    copy(original.lab(), folder.lab());
    copy(original.solutions(), folder.solutions());
    Files.writeString(root.resolve("pom.xml"), "<project/>\n");
    this.answer =
        Files.readString(original.solution())
            .replace(original.name() + "Solution", original.name());
    Files.createDirectories(folder.work());
    this.edited = answer;
    save(answer);
  }

  Home home() {
    return Home.of(root);
  }

  LabFolder folder() {
    return folder;
  }

  String answer() {
    return answer;
  }

  /**
   * Saves the answer with one more edit inside one task's method, a local variable that does no
   * harm. The edits before stay: going back on one would be an edit of its task.
   *
   * @return the time of the save, of {@link System#nanoTime}
   */
  long edit(TaskInfo task) throws IOException {
    int call = edited.indexOf(" " + task.method() + "(");
    int body = edited.indexOf('{', call);
    if (call < 0 || body < 0) {
      throw new IllegalStateException(
          "The solution of %s has no method '%s' to edit.".formatted(folder.id(), task.method()));
    }
    edits++;
    edited =
        edited.substring(0, body + 1)
            + " int benchEdit%d = %1$d;".formatted(edits)
            + edited.substring(body + 1);
    return save(edited);
  }

  /** Saves as editors do: writes beside, then renames. */
  private long save(String text) throws IOException {
    Path fresh = root.resolve("fresh.java");
    Files.writeString(fresh, text);
    Files.move(
        fresh,
        folder.answer(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    return System.nanoTime();
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
