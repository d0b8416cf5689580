package dev.kindling.workbench;

/**
 * What a process holds.
 *
 * @param pid its id
 * @param uptimeSeconds how long it runs
 * @param residentBytes memory held from the system's view; -1 where the system does not tell
 * @param heapBytes Java heap in use
 * @param threads live threads
 * @param openFiles open file descriptors; -1 where the system does not tell
 */
public record ProcessFigures(
    long pid,
    long uptimeSeconds,
    long residentBytes,
    long heapBytes,
    int threads,
    long openFiles) {}
