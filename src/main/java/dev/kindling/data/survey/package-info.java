/**
 * A passengers' survey with everything wrong in it that a profile can find, and the knowledge of
 * what is wrong where. Labs use {@code Survey}; the rest makes its rows.
 */
package dev.kindling.data.survey;
