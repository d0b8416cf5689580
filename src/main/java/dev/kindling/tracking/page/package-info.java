/**
 * The server's page: experiments, runs, models. Rendered here, without scripts; it asks the same
 * routes that clients ask, so it shows what they would see.
 */
package dev.kindling.tracking.page;
