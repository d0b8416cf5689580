package dev.kindling.verify;

/**
 * A promise that a lab does not keep.
 *
 * @param where the file, task or answer it is about
 * @param what what is wrong and what to do, in a sentence or two
 */
public record BrokenPromise(String where, String what) {}
