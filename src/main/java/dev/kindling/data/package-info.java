/**
 * Seeded generators with planted truth, and the tables they make. Truth is for checks.
 *
 * <p>Uses {@code spark} of ours.
 */
@NullMarked
package dev.kindling.data;

import org.jspecify.annotations.NullMarked;
