package dev.kindling.tracking.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.TrackingException;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the fields of a request: from the query of a GET, from the JSON body of any other. */
public final class RequestFields {

  private static final String JSON = "application/json";
  private static final int DEEPEST = 64;

  /** Twice the largest thing a client may send as JSON: the profile of a dataset. */
  private static final int LARGEST_BODY = 40_000_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          // Python's clients write these.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private RequestFields() {}

  /**
   * The fields of a request.
   *
   * @throws TrackingException when its body is no JSON object, or not announced as JSON
   */
  public static Fields of(Context ctx) {
    if (ctx.method().equals(HandlerType.GET) && !ctx.queryParamMap().isEmpty()) {
      return query(ctx);
    }
    String body = text(ctx);
    // A form of somebody's page can send a POST; it cannot announce JSON.
    if (ctx.method().equals(HandlerType.POST)
        || (!ctx.method().equals(HandlerType.GET) && !body.isBlank())) {
      requireJson(ctx);
    }
    return body(body);
  }

  /** The body; its length is counted, because one that is sent in pieces does not tell it. */
  private static String text(Context ctx) {
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        throw new ContentTooLargeResponse();
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TrackingException(
          ErrorCode.BAD_REQUEST, "The body broke off: send the request again.");
    }
  }

  private static Fields query(Context ctx) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (values.size() == 1) {
                fields.put(name, values.get(0));
              } else {
                values.forEach(fields.withArray(name)::add);
              }
            });
    return Fields.ofQuery(fields);
  }

  private static void requireJson(Context ctx) {
    String type = ctx.contentType();
    if (type == null) {
      throw TrackingException.invalid("Bad Request. Content-Type header is missing.");
    }
    if (!type.split(";")[0].strip().equalsIgnoreCase(JSON)) {
      throw TrackingException.invalid(
          "Bad Request. Content-Type must be one of %s.", List.of("'" + JSON + "'"));
    }
  }

  private static Fields body(String text) {
    if (text.isBlank()) {
      return new Fields(JsonNodeFactory.instance.objectNode());
    }
    try {
      JsonNode body = MAPPER.readTree(text);
      if (body.isTextual()) {
        // Old clients send the JSON as a JSON text.
        body = MAPPER.readTree(body.textValue());
      }
      if (body instanceof ObjectNode object) {
        return new Fields(object);
      }
    } catch (JsonProcessingException e) {
      throw new TrackingException(
          ErrorCode.BAD_REQUEST,
          "The body is not JSON (line %d, column %d): send one JSON object."
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
    }
    throw new TrackingException(
        ErrorCode.BAD_REQUEST, "The body is JSON, but no object: send one JSON object.");
  }
}
