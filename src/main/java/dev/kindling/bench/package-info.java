/**
 * Measures what users feel, on the machine at hand: every figure beside another way to do the same
 * work, in one run. Depends on {@code workbench} and what that depends on.
 */
package dev.kindling.bench;
