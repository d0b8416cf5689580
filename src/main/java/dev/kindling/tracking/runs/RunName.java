package dev.kindling.tracking.runs;

import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The name of a run: as it was asked for, or a made-up one such as {@code amber-otter-417}. */
final class RunName {

  /** The tag that holds the name too; many clients look only there. */
  static final String TAG = "mlflow.runName";

  private static final String[] ADJECTIVES =
      ("amber brisk calm clever cosy crisp dapper eager early fabled fair frosty gentle glad golden"
              + " happy hardy humble jolly keen kind lively lucky mellow merry mild mossy nimble"
              + " noble patient placid plucky polite proud quick quiet rapid rosy sage serene shiny"
              + " silver sleek smooth snug spry steady stoic sturdy sunny swift tidy tranquil trusty"
              + " upbeat valiant velvet vivid warm wise witty zesty")
          .split(" ");
  private static final String[] NOUNS =
      ("acorn alder aspen badger beacon beaver birch bramble brook canyon cedar clover comet crane"
              + " delta dune ember falcon fern finch fjord glacier grove harbor hazel heron island"
              + " juniper kestrel lagoon lantern lark linden lynx maple marten meadow mesa oriole"
              + " osprey otter pebble pine plover poplar prairie quarry raven reef ridge river robin"
              + " rowan sparrow spruce summit thistle thrush tundra valley walnut willow wren")
          .split(" ");

  private RunName() {}

  /**
   * The name of a new run.
   *
   * @param asked the name in the request, or empty
   * @throws TrackingException when the request's tag says another name
   */
  static String of(String asked, List<KeyValue> tags, RandomGenerator random) {
    String tag = tag(tags).orElse("");
    if (!asked.isEmpty() && !tag.isEmpty() && !asked.equals(tag)) {
      throw TrackingException.invalid(
          "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different"
              + " values (run_name='%s', mlflow.runName='%s').",
          asked, tag);
    }
    if (!asked.isEmpty()) {
      return asked;
    }
    return tag.isEmpty() ? madeUp(random) : tag;
  }

  private static String madeUp(RandomGenerator random) {
    return "%s-%s-%d"
        .formatted(
            ADJECTIVES[random.nextInt(ADJECTIVES.length)],
            NOUNS[random.nextInt(NOUNS.length)],
            random.nextInt(1000));
  }

  /** A run of an old file has its name only as a tag. */
  static RunInfo filled(RunInfo info, List<KeyValue> tags) {
    if (info.name() != null && !info.name().isEmpty()) {
      return info;
    }
    return tag(tags)
        .map(
            name ->
                new RunInfo(
                    info.id(),
                    info.experimentId(),
                    name,
                    info.userId(),
                    info.status(),
                    info.startTime(),
                    info.endTime(),
                    info.artifactUri(),
                    info.lifecycleStage()))
        .orElse(info);
  }

  private static Optional<String> tag(List<KeyValue> tags) {
    return tags.stream().filter(tag -> tag.key().equals(TAG)).map(KeyValue::value).findFirst();
  }
}
