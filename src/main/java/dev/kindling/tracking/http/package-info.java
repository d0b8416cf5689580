/**
 * Carries HTTP requests to routes, and turns away what does not come from this machine's own
 * clients.
 *
 * <p>Uses {@code tracking.protocol} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking.http;

import org.jspecify.annotations.NullMarked;
