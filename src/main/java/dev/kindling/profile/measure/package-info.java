/**
 * What {@code ./lab bench profile} runs in a JVM of its own: jobs, time and memory of a profile.
 */
package dev.kindling.profile.measure;
