package dev.kindling.tracking.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Uploads that break off, and disks that take no more. */
final class UploadsTest extends ServerFixture {

  private static final String FILE = "/api/2.0/mlflow-artifacts/artifacts/r/file.bin";
  private static final ArtifactPath PATH = ArtifactPath.of("r/file.bin");

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream breakingOff() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(content("first half"), broken);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aConnectionThatBreaksLeavesNothing() throws Exception {
    breakOff("Content-Length: 1000\r\n\r\nonly a part");
    breakOff("Transfer-Encoding: chunked\r\n\r\nff\r\nonly a part");

    assertThat(filesIn(folder.resolve("artifacts"))).isEmpty();
    assertThat(raw().get(FILE).status()).isEqualTo(404);
    // The control: the same bytes as a whole are a file.
    assertThat(raw().send("PUT", FILE, "only a part").status()).isEqualTo(200);
    assertThat(filesIn(folder.resolve("artifacts"))).hasSize(1);
  }

  /** Waits for the answer, so that nothing is still under way. */
  private void breakOff(String rest) throws IOException {
    try (Socket socket = raw().open()) {
      String head = "PUT %s HTTP/1.1\r\nHost: %s\r\n".formatted(FILE, raw().authority());
      socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      assertThat(RawHttp.reply(socket.getInputStream()).status()).isEqualTo(400);
    }
  }

  @Test
  void aBrokenUploadLeavesTheOldFile() throws Exception {
    ArtifactFolder artifacts = ArtifactFolder.open(folder.resolve("own"));
    artifacts.write(PATH, content("old"));

    assertThatThrownBy(() -> artifacts.write(PATH, breakingOff()))
        .isInstanceOf(TrackingException.class)
        .hasMessage("The upload broke off, so nothing was written: send the file again.");

    assertThat(filesIn(folder.resolve("own"))).hasSize(1).first().asString().endsWith("file.bin");
    assertThat(folder.resolve("own/r/file.bin")).hasContent("old");
  }

  @Test
  void aFullDiskIsSaidInASentenceAndNothingIsLeft() throws Exception {
    ArtifactFolder full = ArtifactFolder.open(folder.resolve("own"), UploadsTest::onFullDisk);

    assertThatThrownBy(() -> full.write(PATH, content("too much")))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The disk is full, so nothing was written: free some space and send the file again.");

    assertThat(filesIn(folder.resolve("own"))).isEmpty();
    assertThat(folder.resolve("own/r")).doesNotExist();
    ArtifactFolder.open(folder.resolve("own")).write(PATH, content("too much"));
    assertThat(filesIn(folder.resolve("own"))).hasSize(1);
  }

  private static OutputStream onFullDisk(Path file) throws IOException {
    Files.writeString(file, "too");
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("No space left on device");
      }
    };
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInASentence() throws Exception {
    raw().send("PUT", FILE, "old");
    Path uploads = folder.resolve("artifacts/.uploads");
    Files.delete(uploads);
    Files.writeString(uploads, "in the way");

    RawHttp.Reply reply = raw().send("PUT", FILE, "new");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.json().path("error_code").asText()).isEqualTo("TEMPORARILY_UNAVAILABLE");
    assertThat(reply.json().path("message").asText())
        .startsWith("The folder '")
        .endsWith(
            "' for artifacts cannot be written, so nothing was: make it writable and send the file again.");
    assertThat(raw().get(FILE).text()).isEqualTo("old");
  }

  /** The real server may run as another user, on the same folder. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, files have no such modes")
  void filesAreAsReadableAsAnyOthers() throws Exception {
    raw().send("PUT", FILE, "x");
    Path other = Files.writeString(folder.resolve("other"), "x");

    assertThat(Files.getPosixFilePermissions(folder.resolve("artifacts/r/file.bin")))
        .isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void aFolderThatSomebodyTidiedAwayIsMadeAgain() throws Exception {
    raw().send("PUT", FILE, "old");
    raw().send("DELETE", "/api/2.0/mlflow-artifacts/artifacts/r", "");
    Files.delete(folder.resolve("artifacts/.uploads"));
    Files.delete(folder.resolve("artifacts"));

    assertThat(raw().send("PUT", FILE, "new").status()).isEqualTo(200);
    assertThat(raw().get(FILE).text()).isEqualTo("new");
  }

  @Test
  void aStoreThatIsAFileIsRefusedAtTheStart() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> ArtifactFolder.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("'%s' for artifacts cannot be written".formatted(file));
  }

  @Test
  void whatAKilledServerLeftIsRemovedAtTheStartAndWhatIsUnderWayIsNot() throws Exception {
    Path uploads = Files.createDirectories(folder.resolve("own/.uploads"));
    Path old = Files.writeString(uploads.resolve("old"), "half");
    Path fresh = Files.writeString(uploads.resolve("fresh"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));

    ArtifactFolder.open(folder.resolve("own"));

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }
}
