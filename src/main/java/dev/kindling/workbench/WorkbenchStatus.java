package dev.kindling.workbench;

import dev.kindling.result.ProcessFigures;
import org.jspecify.annotations.Nullable;

/**
 * How the processes are.
 *
 * @param version the build that runs
 * @param port the port the workbench listens on; 0 when it runs inside the command
 * @param workbench the workbench's own figures
 * @param worker the worker's, or null when none runs
 * @param doing what it does now, such as {@code idle} or {@code judging day2/imputation}
 * @param idleMinutes after how many idle minutes it ends by itself
 * @param tracking where its tracking server is, or null while no lab has needed one
 */
public record WorkbenchStatus(
    String version,
    int port,
    ProcessFigures workbench,
    @Nullable ProcessFigures worker,
    String doing,
    long idleMinutes,
    @Nullable String tracking) {}
