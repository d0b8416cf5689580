package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import java.util.List;

/** Something that every lab keeps. */
public interface Promise {

  /** The promise, as a sentence. */
  String text();

  /** How a lab breaks it; empty when it keeps it. */
  List<BrokenPromise> broken(LabKit kit) throws InterruptedException;
}
