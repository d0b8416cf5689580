/**
 * What every sub-command is given, and how it ends: the checkout, the connection to the workbench,
 * the screen, the exit codes.
 *
 * <p>Uses {@code cli.course}, {@code cli.screen}, {@code lab}, {@code plot.page}, {@code
 * plot.spec}, {@code result} and {@code workbench} of ours.
 */
@NullMarked
package dev.kindling.cli.command;

import org.jspecify.annotations.NullMarked;
