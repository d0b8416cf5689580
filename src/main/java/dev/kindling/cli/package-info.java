/**
 * The command {@code lab}: one class per sub-command, which parses, calls one service and prints.
 * Asks the workbench for everything that needs Spark, and never loads a Spark class.
 *
 * <p>Uses {@code bench}, {@code bench.profile}, {@code bench.tracking}, {@code cli.command}, {@code
 * cli.course}, {@code cli.doctor}, {@code cli.screen}, {@code cli.watch}, {@code compile}, {@code
 * lab}, {@code result}, {@code tracking}, {@code tracking.http}, {@code tracking.store}, {@code
 * verify} and {@code workbench} of ours.
 */
@NullMarked
package dev.kindling.cli;

import org.jspecify.annotations.NullMarked;
