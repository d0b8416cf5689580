/**
 * The promises that every lab keeps, for its author's command and for the test that guards them.
 * Loads no Spark class.
 *
 * <p>Uses {@code compile}, {@code lab}, {@code mutants}, {@code result} and {@code workbench} of
 * ours.
 */
@NullMarked
package dev.kindling.verify;

import org.jspecify.annotations.NullMarked;
