package dev.kindling.tracking.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Plays scenarios to one server and hands back its masked answers. */
final class Player {
  private static final String PREFIX = "/api/2.0/mlflow/";
  private static final Pattern PAGE =
      Pattern.compile("\\s*<(!doctype |html)", Pattern.CASE_INSENSITIVE);
  private static final String BYTES = "base64:";

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final RawHttp http;
  private final Map<String, String> literals;
  private final boolean strict;

  /**
   * A player.
   *
   * @param base the server's address
   * @param literals texts that only this server says, such as its folder, and what stands for them
   * @param strict whether a value that cannot be captured ends the scenario, as it must with the
   *     server that gives the example; with the other one the difference is reported, and the calls
   *     go on
   */
  Player(URI base, Map<String, String> literals, boolean strict) {
    this.strict = strict;
    this.http = new RawHttp(base);
    this.literals = new LinkedHashMap<>(literals);
    this.literals.put(base.getAuthority(), "<host>");
  }

  /**
   * All answers of one scenario, one for each call or turn.
   *
   * @throws IOException if the server does not answer, or not with a value that is to be captured
   */
  List<Answer> play(Scenario scenario) throws IOException {
    Mask mask = new Mask(literals);
    Map<String, String> variables = new LinkedHashMap<>(Map.of("empty", ""));
    List<Answer> answers = new ArrayList<>();
    for (Call call : scenario.calls()) {
      List<String> turns = call.each().isEmpty() ? new ArrayList<>() : call.each();
      if (turns.isEmpty()) {
        turns.add(null);
      }
      for (String turn : turns) {
        if (turn != null) {
          variables.put("*", turn);
        }
        try {
          answers.add(answer(call, turn, variables, mask));
        } catch (IOException | IllegalStateException e) {
          throw new IOException(
              scenario.name() + ".calls:" + call.line() + ": " + e.getMessage(), e);
        }
      }
    }
    return answers;
  }

  private Answer answer(Call call, String turn, Map<String, String> variables, Mask mask)
      throws IOException {
    nextMillisecond();
    Template template = new Template(variables);
    Map<String, String> headers = new LinkedHashMap<>();
    if (!call.body().isEmpty() && !call.method().equals("GET")) {
      headers.put("Content-Type", "application/json");
    }
    call.headers().forEach((name, value) -> headers.put(name, template.plain(value)));
    String target = template.target(call.target());
    Reply reply =
        http.send(
            call.method(),
            target.startsWith("/") ? target : PREFIX + target,
            headers,
            body(call, template, headers));
    JsonNode body = body(reply);
    capture(call.captures(), body, variables, mask);
    Map<String, String> compared = new TreeMap<>();
    for (String name : call.comparedHeaders()) {
      String value = reply.headers().get(name.toLowerCase(Locale.ROOT));
      if (value != null) {
        compared.put(name, mask.text(value));
      }
    }
    return new Answer(
        call.label(turn),
        reply.status(),
        reply.mediaType(),
        compared,
        sorted(mask.json(body), call.anyOrder()));
  }

  /** So that what is ordered by time has one order: a server may be faster than the clock ticks. */
  private static void nextMillisecond() throws IOException {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The scenario was interrupted.", e);
    }
  }

  private static byte[] body(Call call, Template template, Map<String, String> headers) {
    if (call.body().startsWith(BYTES)) {
      return Base64.getDecoder().decode(call.body().substring(BYTES.length()));
    }
    boolean asJson = headers.getOrDefault("Content-Type", "").startsWith("application/json");
    String text = asJson ? template.json(call.body()) : template.plain(call.body());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode body(Reply reply) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reply.body())).toString();
    } catch (CharacterCodingException e) {
      return TextNode.valueOf(BYTES + Base64.getEncoder().encodeToString(reply.body()));
    }
    if (reply.mediaType().equals("application/json") && !text.isBlank()) {
      try {
        return json.readTree(text);
      } catch (JsonProcessingException e) {
        return TextNode.valueOf("no JSON: " + text);
      }
    }
    return TextNode.valueOf(PAGE.matcher(text).lookingAt() ? "<html>" : text);
  }

  private void capture(
      List<Capture> captures, JsonNode body, Map<String, String> variables, Mask mask)
      throws IOException {
    for (Capture capture : captures) {
      JsonNode value = body.at("/" + capture.at().replace('.', '/'));
      if (value.isValueNode()) {
        mask.name(value.asText(), capture.name());
      } else if (strict && !capture.optional()) {
        throw new IOException("the answer has no '" + capture.at() + "' to capture, it is " + body);
      }
      variables.put(capture.name(), value.isValueNode() ? value.asText() : "no-" + capture.name());
    }
  }

  /** Sorts the lists that have no order of their own, by their elements' masked text. */
  private static JsonNode sorted(JsonNode body, List<String> fields) {
    for (String field : fields) {
      if (body.at("/" + field.replace('.', '/')) instanceof ArrayNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        elements.sort(Comparator.comparing(JsonNode::toString));
        list.removeAll().addAll(elements);
      }
    }
    return body;
  }
}
