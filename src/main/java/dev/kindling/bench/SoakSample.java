package dev.kindling.bench;

import dev.kindling.result.ProcessFigures;

/**
 * How things stand after some saves.
 *
 * @param saves how many there were
 * @param millis the median time of the last ten, from the save to the last verdict
 * @param workbench the workbench's figures
 * @param worker the worker's figures
 */
public record SoakSample(
    int saves, double millis, ProcessFigures workbench, ProcessFigures worker) {}
