package dev.kindling.profile.measure;

/**
 * What a call cost.
 *
 * @param jobs the Spark jobs it started
 * @param millis wall time
 * @param cpuMillis processor time of the whole process
 * @param heapMegabytes the most that was in use on the heap after a collection; 0 if there was none
 */
public record Cost(int jobs, double millis, double cpuMillis, double heapMegabytes) {}
