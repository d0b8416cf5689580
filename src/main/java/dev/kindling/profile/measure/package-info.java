/**
 * What {@code ./lab bench profile} runs in a JVM of its own: jobs, time and memory of a profile.
 *
 * <p>Uses {@code profile} and {@code spark} of ours.
 */
@NullMarked
package dev.kindling.profile.measure;

import org.jspecify.annotations.NullMarked;
