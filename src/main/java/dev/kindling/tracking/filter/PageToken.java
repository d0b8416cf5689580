package dev.kindling.tracking.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.tracking.protocol.TrackingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page begins, as MLflow writes it: {@code {"offset": 1000}} in Base64. */
public final class PageToken {

  private static final int LONGEST = 1000;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private PageToken() {}

  /** The token of the page that begins at an offset. */
  public static String of(long offset) {
    String json = "{\"offset\": %d}".formatted(offset);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The offset that a token stands for; 0 when it is null or empty.
   *
   * @throws TrackingException when it is none that {@link #of} made, nor one that MLflow would read
   */
  public static long offset(@Nullable String token) {
    if (token == null || token.isEmpty()) {
      return 0;
    }
    if (token.length() > LONGEST) {
      throw TrackingException.invalid("Invalid page token, it has %d characters", token.length());
    }
    byte[] decoded = LooseBase64.decode(token);
    if (decoded == null) {
      throw TrackingException.invalid("Invalid page token, could not base64-decode");
    }
    JsonNode parsed = json(decoded);
    JsonNode offset = parsed.get("offset");
    if (!parsed.isObject() || offset == null || isNothing(offset)) {
      throw TrackingException.invalid(
          "Invalid page token, parsed value=%s", PythonValues.json(parsed));
    }
    return number(offset);
  }

  private static JsonNode json(byte[] decoded) {
    try {
      JsonNode parsed = MAPPER.readTree(decoded);
      if (!parsed.isMissingNode()) {
        return parsed;
      }
    } catch (JsonProcessingException noJson) {
      // Told below.
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory cannot be read.", e);
    }
    throw TrackingException.invalid(
        "Invalid page token, decoded value=%s", PythonValues.bytes(decoded));
  }

  private static boolean isNothing(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> true;
      case BOOLEAN -> !value.booleanValue();
      case NUMBER -> value.doubleValue() == 0;
      case STRING -> value.textValue().isEmpty();
      default -> value.isEmpty();
    };
  }

  private static long number(JsonNode value) {
    if (value.isBoolean()) {
      return 1;
    }
    if (value.isNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isTextual()) {
      try {
        return PythonInteger.parse(value.textValue()).longValueExact();
      } catch (NumberFormatException | ArithmeticException noNumber) {
        // Told below.
      }
    }
    String told = value.isTextual() ? value.textValue() : PythonValues.json(value);
    throw TrackingException.invalid("Invalid page token, not stringable %s", told);
  }
}
