package dev.kindling.tracking.artifacts;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends a file, always as an attachment, so that no page of a run runs as the server's own. */
final class Download {

  private static final int CHUNK = 1 << 16;

  private final ArtifactFolder folder;

  Download(ArtifactFolder folder) {
    this.folder = folder;
  }

  /** Sends a file of the folder without holding more than a piece of it in memory. */
  void send(Context ctx, ArtifactPath path) {
    StoredFile file = folder.read(path);
    ctx.header("Content-Disposition", Attachment.of(path.name()));
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.res().setContentType(ContentTypes.of(path.name()));
    ctx.res().setContentLengthLong(file.size());
    try (InputStream content = file.content()) {
      OutputStream out = ctx.res().getOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
        out.write(chunk, 0, count);
      }
      out.flush();
    } catch (IOException gone) {
      // The reader has gone, or the file; either way the answer is cut short, which its length
      // tells.
      ctx.req().setAttribute(Download.class.getName(), gone);
    }
  }
}
