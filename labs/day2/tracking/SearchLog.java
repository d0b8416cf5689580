package day2.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.TrackingRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that remembers for how many runs a search asks at once. */
final class SearchLog implements AutoCloseable {

  /** What a server takes when a search says nothing. */
  private static final int UNSAID = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Integer> pageSizes = new CopyOnWriteArrayList<>();
  private final TrackingRelay relay;

  /** Stands before a server. */
  SearchLog(String trackingUri) {
    relay = new TrackingRelay(trackingUri, this::remember);
  }

  /** Where it is; what a task is handed. */
  String uri() {
    return relay.uri();
  }

  /** The largest number of runs that a search has asked for; 0 if there was no search. */
  int largestPage() {
    return pageSizes.isEmpty() ? 0 : Collections.max(pageSizes);
  }

  private byte[] remember(String path, byte[] request, byte[] answer) {
    if (path.endsWith("/runs/search")) {
      pageSizes.add(json(request).path("max_results").asInt(UNSAID));
    }
    return answer;
  }

  private static JsonNode json(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    relay.close();
  }
}
