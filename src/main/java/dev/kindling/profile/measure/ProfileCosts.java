package dev.kindling.profile.measure;

/**
 * What profiles cost beside Spark's own summary, in one process.
 *
 * @param rows of the large frame
 * @param columns of the large frame
 * @param narrow a profile of a small frame with few columns
 * @param wide a profile of a small frame with many
 * @param summary {@code summary()} of the large frame
 * @param profile a profile of the large frame
 * @param comparison a comparison of two halves of the large frame
 */
public record ProfileCosts(
    long rows, int columns, Cost narrow, Cost wide, Cost summary, Cost profile, Cost comparison) {}
