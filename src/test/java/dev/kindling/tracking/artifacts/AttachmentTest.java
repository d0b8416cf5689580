package dev.kindling.tracking.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are saved by browsers, never shown as pages of this server. */
final class AttachmentTest extends ServerFixture {

  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/r/";
  private static final String SCRIPT = "<script>alert(1)</script>";

  @ParameterizedTest
  @CsvSource({"page.html", "image.svg", "page.xhtml", "none", "page.HTML"})
  void whatCouldRunScriptsIsAnAttachment(String name) throws Exception {
    raw().send("PUT", FILES + name, SCRIPT, "Content-Type: text/html");

    RawHttp.Reply reply = raw().get(FILES + name);

    // The control: the script did arrive.
    assertThat(reply.text()).isEqualTo(SCRIPT);
    assertThat(reply.headers())
        .containsEntry("content-disposition", "attachment; filename=" + name)
        .containsEntry("x-content-type-options", "nosniff");
  }

  @Test
  void theTypeThatAClientSaidIsNotRepeated() throws Exception {
    raw().send("PUT", FILES + "note.txt", SCRIPT, "Content-Type: text/html");
    raw().send("PUT", FILES + "data", SCRIPT, "Content-Type: text/html");
    raw().send("PUT", FILES + "page.html", SCRIPT, "Content-Type: text/plain");

    assertThat(raw().get(FILES + "note.txt", "Accept: text/html").headers())
        .containsEntry("content-type", "text/plain");
    assertThat(raw().get(FILES + "data", "Accept: text/html").headers())
        .containsEntry("content-type", "application/octet-stream");
    assertThat(raw().get(FILES + "page.html").headers()).containsEntry("content-type", "text/html");
  }

  @Test
  void whatIsAskedForComesBackOnlyAsJson() throws Exception {
    String script = SCRIPT.replace("<", "%3C").replace(">", "%3E").replace("/", "%2F");

    for (String target :
        new String[] {FILES + script, "/nothing/" + script, "/get-artifact?run_id=" + script}) {
      RawHttp.Reply reply = raw().get(target);
      assertThat(reply.status()).isBetween(400, 404);
      assertThat(reply.headers())
          .containsEntry("content-type", "application/json")
          .containsEntry("x-content-type-options", "nosniff");
    }
    assertThat(raw().get(FILES + script).text()).contains("alert(1)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "note.txt | attachment; filename=note.txt",
        "a b.txt | attachment; filename=\"a b.txt\"",
        "a\";b.txt | attachment; filename=\"a\\\";b.txt\"",
        "ü.json | attachment; filename=u.json; filename*=UTF-8''%C3%BC.json",
        "日本 | attachment; filename=download; filename*=UTF-8''%E6%97%A5%E6%9C%AC"
      })
  void aNameCannotSayMoreThanAName(String name, String header) {
    assertThat(Attachment.of(name)).isEqualTo(header);
  }
}
