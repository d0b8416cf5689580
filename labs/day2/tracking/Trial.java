package day2.tracking;

/**
 * One attempt of a search for good settings.
 *
 * @param maxDepth the setting that was tried
 * @param rmse how well it did on the validation rows, in dollars; smaller is better
 */
public record Trial(int maxDepth, double rmse) {}
