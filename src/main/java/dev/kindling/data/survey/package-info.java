/**
 * A passengers' survey with everything wrong in it that a profile can find, and the knowledge of
 * what is wrong where. Labs use {@code Survey}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.survey;

import org.jspecify.annotations.NullMarked;
