/**
 * What a check runs with where nobody has prepared anything: started from an IDE's gutter, or by
 * plain JUnit.
 *
 * <p>Uses {@code check}, {@code mlflow}, {@code spark} and {@code tracking} of ours.
 */
@NullMarked
package dev.kindling.gutter;

import org.jspecify.annotations.NullMarked;
