package dev.kindling.tracking.artifacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;

/**
 * A file or a folder in a listing.
 *
 * @param path as answers show it
 * @param size in bytes; 0 for folders
 */
record FileInfo(String path, boolean isFolder, long size) {

  FileInfo at(String otherPath) {
    return new FileInfo(otherPath, isFolder, size);
  }

  /** As answers show it: a size of nothing is left out. */
  ObjectNode json() {
    ObjectNode json = Answers.empty();
    json.put("path", path);
    json.put("is_dir", isFolder);
    if (size > 0) {
      json.put("file_size", size);
    }
    return json;
  }
}
