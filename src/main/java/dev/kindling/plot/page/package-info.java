/**
 * Charts as a page: one file without scripts that needs no network, with a picture in SVG, the text
 * for who does not see it, and the specification to take along.
 *
 * <p>Uses {@code plot.spec}, {@code plot.tree} and {@code plot.view} of ours.
 */
@NullMarked
package dev.kindling.plot.page;

import org.jspecify.annotations.NullMarked;
