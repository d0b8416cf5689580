/**
 * The server's page: experiments, runs, models. Rendered here, without scripts; it asks the same
 * routes that clients ask, so it shows what they would see.
 *
 * <p>Uses {@code plot.page}, {@code plot.spec} and {@code tracking.protocol} of ours.
 */
@NullMarked
package dev.kindling.tracking.page;

import org.jspecify.annotations.NullMarked;
