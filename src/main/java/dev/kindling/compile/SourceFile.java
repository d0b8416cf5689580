package dev.kindling.compile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/**
 * A source in memory, read once so that what was hashed is what is compiled. A file handed in by
 * its name alone ({@code --answer my-try.java}) may hold a public class of another name.
 */
final class SourceFile extends SimpleJavaFileObject {

  private final Path path;
  private final String content;

  SourceFile(Path path, byte[] content) {
    super(path.toUri(), Kind.SOURCE);
    this.path = path;
    String text = new String(content, StandardCharsets.UTF_8);
    // Some Windows editors save a byte order mark, which javac reports as an illegal character.
    this.content = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  Path path() {
    return path;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return content;
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.SOURCE;
  }
}
