/**
 * What a lab is: the annotations of its contract, and the catalogue that finds labs in folders.
 * Never loads a Spark class, so the command can list labs at once.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.lab;

import org.jspecify.annotations.NullMarked;
