package dev.kindling.tracking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server's answer, masked so that two servers' answers can be compared.
 *
 * @param call the call's label
 * @param status the HTTP status
 * @param type the media type
 * @param headers the compared headers, those that are there
 * @param body the JSON body; for text the text; for HTML only {@code <html>}; for other bytes
 *     {@code base64:…}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Answer(
    String call,
    int status,
    String type,
    Map<String, String> headers,
    @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode body) {

  Answer {
    headers = headers == null ? new TreeMap<>() : new TreeMap<>(headers);
  }
}
