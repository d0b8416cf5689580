/**
 * The promises that every lab keeps, for its author's command and for the test that guards them.
 * Depends on {@code mutants}, {@code workbench}, {@code compile}, {@code result} and {@code lab};
 * loads no Spark class.
 */
package dev.kindling.verify;
