package dev.kindling.data;

import java.util.List;

/**
 * What a generator made.
 *
 * @param frames the frames, with names that differ; the first one is the sample by default
 * @param truth what was planted in them
 */
public record Generated<T>(List<Frame> frames, T truth) {

  public Generated {
    frames = List.copyOf(frames);
    long names = frames.stream().map(Frame::name).distinct().count();
    if (frames.isEmpty() || names < frames.size()) {
      throw new IllegalArgumentException(
          "A generator makes at least one frame, each with a name of its own; these are named %s."
              .formatted(frames.stream().map(Frame::name).toList()));
    }
  }
}
