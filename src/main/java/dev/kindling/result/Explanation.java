package dev.kindling.result;

/**
 * Why a check failed, found after its verdict.
 *
 * @param result the check's result with the cause in it
 * @param cause the words about the cause alone
 */
public record Explanation(CheckResult result, String cause) {}
