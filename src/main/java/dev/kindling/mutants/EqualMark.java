package dev.kindling.mutants;

/**
 * An author's word that a change makes no difference to any result.
 *
 * @param row where it stands in its file, from 1
 * @param method the method that is changed
 * @param change the change, in the words of the report
 * @param text the line of the source, so that the mark outlives edits of other lines
 * @param reason why no check could notice it
 */
public record EqualMark(int row, String method, String change, String text, String reason) {

  public boolean isOf(Mutant mutant) {
    return method.equals(mutant.method())
        && change.equals(mutant.change())
        && text.equals(mutant.text());
  }
}
