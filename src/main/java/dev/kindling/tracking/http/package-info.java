/**
 * Carries HTTP requests to routes, and turns away what does not come from this machine's own
 * clients.
 */
package dev.kindling.tracking.http;
