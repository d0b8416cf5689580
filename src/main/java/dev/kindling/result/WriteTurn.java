package dev.kindling.result;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets one writer at a time change a file: of all processes, and of all threads of this one. */
final class WriteTurn implements AutoCloseable {

  private final FileChannel channel;

  private WriteTurn(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the turn; a writer that is killed gives it back.
   *
   * @param file the file that is to be changed; the lock lies beside it
   */
  static WriteTurn of(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file.resolveSibling(file.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      while (true) {
        try {
          channel.lock();
          return new WriteTurn(channel);
        } catch (OverlappingFileLockException heldByThisProcess) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
