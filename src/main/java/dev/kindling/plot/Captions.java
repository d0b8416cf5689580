package dev.kindling.plot;

import dev.kindling.plot.spec.SpecDraft;
import java.util.List;

/** Puts words to a chart: the person's own before the usual ones. */
final class Captions {

  private final Settings settings;

  Captions(Settings settings) {
    this.settings = settings;
  }

  SpecDraft write(SpecDraft draft, String title, String description, List<String> subtitle) {
    return draft
        .title(settings.title() == null ? title : settings.title(), subtitle)
        .description(settings.description() == null ? description : settings.description());
  }
}
