/**
 * The language of searches: reads filters, orders and page tokens as MLflow reads them, told wrong
 * ones in its words, and turns them into SQL in which every value of the caller is bound. Knows the
 * schema, but neither HTTP nor entities.
 *
 * <p>Uses {@code tracking.protocol} of ours.
 */
@NullMarked
package dev.kindling.tracking.filter;

import org.jspecify.annotations.NullMarked;
