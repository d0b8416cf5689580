package dev.kindling.cli.course;

import java.util.List;
import java.util.Optional;

/** Finds where the learner left off, and what comes next. */
public final class NextLab {

  private final List<Standing> standings;

  /**
   * @param standings every lab, in course order
   */
  public NextLab(List<Standing> standings) {
    this.standings = List.copyOf(standings);
  }

  /** The lab that was judged last; else the first that has a working copy. */
  public Optional<Standing> leftOff() {
    Standing latest = null;
    for (Standing standing : standings) {
      String at = standing.progress().at();
      if (at != null && (latest == null || at.compareTo(latest.progress().at()) > 0)) {
        latest = standing;
      }
    }
    return latest != null
        ? Optional.of(latest)
        : standings.stream().filter(one -> one.state() != Standing.State.UNTOUCHED).findFirst();
  }

  /** The lab to do now: where the learner left off, or the next one when that is passed. */
  public Optional<Standing> now() {
    Optional<Standing> last = leftOff();
    if (last.isEmpty()) {
      return standings.stream().findFirst();
    }
    return last.get().passed() ? after(last.get().lab().id().toString()) : last;
  }

  /** The next lab in course order that is not passed, from the start again after the last one. */
  public Optional<Standing> after(String lab) {
    int at = -1;
    for (int i = 0; i < standings.size(); i++) {
      if (standings.get(i).lab().id().toString().equals(lab)) {
        at = i;
      }
    }
    for (int step = 1; step < standings.size() + (at < 0 ? 1 : 0); step++) {
      Standing candidate = standings.get((at + step) % standings.size());
      if (!candidate.passed()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
