package dev.kindling.compile;

import dev.kindling.lab.LabEntry;
import java.nio.file.Path;

/**
 * The compiled classes of a lab.
 *
 * @param entry the lab
 * @param classes contract, checks and examples
 * @param key the hash of their sources
 */
public record LabKit(LabEntry entry, Path classes, String key) {}
