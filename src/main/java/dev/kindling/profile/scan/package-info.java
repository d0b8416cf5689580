/**
 * The Spark work behind a profile: two jobs over a frame, whatever the number of its columns, and a
 * third one when a time column is named. What they bring home is small and holds no Spark type.
 *
 * <p>Uses {@code profile.report} and {@code profile.stat} of ours.
 */
@NullMarked
package dev.kindling.profile.scan;

import org.jspecify.annotations.NullMarked;
