package dev.kindling.data;

/**
 * A file of a committed sample.
 *
 * @param name the file's name below {@code datasets/<dataset>/}
 * @param text what it holds; it is written in UTF-8
 */
public record SampleFile(String name, String text) {}
