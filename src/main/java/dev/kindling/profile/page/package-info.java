/** Profiles and comparisons as pages that stand alone. Draws with {@code plot}. */
package dev.kindling.profile.page;
