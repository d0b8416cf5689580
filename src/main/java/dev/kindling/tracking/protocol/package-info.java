/**
 * What all routes share: how a request is read, how an answer is written, and how an error is told.
 */
package dev.kindling.tracking.protocol;
