package dev.kindling.cli.course;

import dev.kindling.cli.course.Standing.State;
import dev.kindling.lab.Catalogue;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.AnswerHash;
import dev.kindling.result.LabProgress;
import dev.kindling.result.ProgressLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the catalogue, the working copies and the remembered progress together. */
public final class Standings {

  private final Catalogue catalogue;
  private final ProgressLog log;

  public Standings(Catalogue catalogue, ProgressLog log) {
    this.catalogue = catalogue;
    this.log = log;
  }

  /** Every lab, in course order. */
  public List<Standing> all() {
    Map<String, LabProgress> known = log.read();
    List<Standing> all = new ArrayList<>();
    for (LabEntry lab : catalogue.labs()) {
      String id = lab.id().toString();
      LabProgress progress = known.get(id);
      all.add(standing(lab, progress == null ? LabProgress.none(id) : progress));
    }
    return all;
  }

  public Standing of(LabEntry lab) {
    return standing(lab, log.of(lab.id().toString()));
  }

  private static Standing standing(LabEntry lab, LabProgress progress) {
    return new Standing(lab, progress, state(lab.folder().answer(), progress));
  }

  private static State state(Path answer, LabProgress progress) {
    boolean there = Files.exists(answer);
    if (!progress.passed()) {
      return there || progress.judged() ? State.STARTED : State.UNTOUCHED;
    }
    try {
      return there && AnswerHash.of(answer).equals(progress.answerHash())
          ? State.PASSED
          : State.CHANGED;
    } catch (IOException unreadable) {
      return State.CHANGED;
    }
  }
}
