package dev.kindling.tracking.contract;

import java.util.Map;

/**
 * What a server sent.
 *
 * @param status the HTTP status
 * @param headers by lower-case name; of a repeated header the last
 * @param body the body's bytes, chunks put together
 */
record Reply(int status, Map<String, String> headers, byte[] body) {
  /** The media type without its parameters, or an empty string. */
  String mediaType() {
    return headers.getOrDefault("content-type", "").replaceFirst(";.*", "").trim();
  }
}
