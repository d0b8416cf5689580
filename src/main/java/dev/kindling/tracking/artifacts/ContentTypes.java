package dev.kindling.tracking.artifacts;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Guesses a file's type from its name alone; what a client once called it does not matter. */
final class ContentTypes {

  /** Shown as text, whatever else they are. */
  private static final Set<String> TEXT =
      Set.of(
          "txt",
          "log",
          "err",
          "cfg",
          "conf",
          "cnf",
          "cf",
          "ini",
          "properties",
          "prop",
          "hocon",
          "toml",
          "yaml",
          "yml",
          "xml",
          "json",
          "js",
          "py",
          "py3",
          "csv",
          "tsv",
          "md",
          "rst",
          "ipynb",
          "MLmodel",
          "MLproject");

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("html", "text/html"),
          Map.entry("htm", "text/html"),
          Map.entry("css", "text/css"),
          Map.entry("mjs", "text/javascript"),
          Map.entry("xhtml", "application/xhtml+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("webp", "image/webp"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("tif", "image/tiff"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("ico", "image/vnd.microsoft.icon"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("zip", "application/zip"),
          Map.entry("tar", "application/x-tar"),
          Map.entry("tgz", "application/x-tar"),
          Map.entry("jar", "application/java-archive"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("wav", "audio/x-wav"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("avi", "video/x-msvideo"));

  private ContentTypes() {}

  /** The type of a file of this name. */
  static String of(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 ? name.substring(dot + 1) : name;
    if (TEXT.contains(extension)) {
      return "text/plain";
    }
    return KNOWN.getOrDefault(extension.toLowerCase(Locale.ROOT), "application/octet-stream");
  }
}
