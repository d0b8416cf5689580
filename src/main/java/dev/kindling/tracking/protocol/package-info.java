/**
 * What all routes share: how a request is read, how an answer is written, and how an error is told.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.tracking.protocol;

import org.jspecify.annotations.NullMarked;
