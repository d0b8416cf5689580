/**
 * What reaches the learner's eyes: width, colour, wrapping, tables, the status line, and one view
 * per thing that is shown. Turns plain records into lines, and starts nothing.
 *
 * <p>Uses {@code cli.course}, {@code lab}, {@code plot.spec}, {@code plot.view}, {@code result} and
 * {@code workbench} of ours.
 */
@NullMarked
package dev.kindling.cli.screen;

import org.jspecify.annotations.NullMarked;
