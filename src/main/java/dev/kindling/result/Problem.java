package dev.kindling.result;

import org.jspecify.annotations.Nullable;

/**
 * Why an answer could not be compiled or found.
 *
 * @param location file, line and column, such as {@code
 *     work/day2/imputation/Imputation.java:47:12}; or the file alone
 * @param message one or two plain sentences
 * @param source the offending line of source, or null
 */
public record Problem(String location, String message, @Nullable String source) {}
