/**
 * What a profile and a comparison say, as plain data: records that become JSON under the names of
 * their components.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.profile.report;

import org.jspecify.annotations.NullMarked;
