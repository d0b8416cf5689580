package dev.kindling.tracking.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * An open file of the folder.
 *
 * @param content closed by whoever reads it
 * @param size in bytes
 */
record StoredFile(InputStream content, long size) {

  /** Opens a file; fails if it is a link. */
  static StoredFile open(Path file) throws IOException {
    SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    try {
      return new StoredFile(Channels.newInputStream(channel), channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
