/**
 * What a profile and a comparison say, as plain data: records that become JSON under the names of
 * their components. Knows nothing else of ours.
 */
package dev.kindling.profile.report;
