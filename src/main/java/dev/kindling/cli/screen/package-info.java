/**
 * What reaches the learner's eyes: width, colour, wrapping, tables, the status line, and one view
 * per thing that is shown. Turns plain records into lines; depends on the records of {@code lab},
 * {@code result}, {@code workbench} and {@code cli.course}, and starts nothing.
 */
package dev.kindling.cli.screen;
