/**
 * {@code lab watch}: judges an answer whenever it is saved, and listens to keys.
 *
 * <p>Uses {@code cli.command}, {@code cli.course}, {@code cli.screen}, {@code lab}, {@code result}
 * and {@code workbench} of ours.
 */
@NullMarked
package dev.kindling.cli.watch;

import org.jspecify.annotations.NullMarked;
