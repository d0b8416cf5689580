package dev.kindling.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Tells whether an answer has changed since it was judged. */
public final class AnswerHash {

  private AnswerHash() {}

  /**
   * The SHA-256 of the file's bytes, as 64 lower-case hexadecimal digits.
   *
   * @throws IOException when the file cannot be read
   */
  public static String of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /**
   * The same over all Java files directly in a folder, in the order of their names.
   *
   * @throws IOException when one cannot be read
   */
  public static String ofFolder(Path folder) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        all.write(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        all.write(Files.readAllBytes(file));
      }
    }
    return of(all.toByteArray());
  }

  /** The same of bytes that were read already. */
  public static String of(byte[] answer) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256, which every Java must have.", e);
    }
  }
}
