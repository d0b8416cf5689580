package dev.kindling.tracking.contract;

/**
 * A value of an answer that later calls use.
 *
 * @param name the variable, and what the value is masked as
 * @param at where it stands in the answer's JSON, such as {@code run.info.run_id}
 * @param optional whether a real server may leave it out, written {@code ?=}
 */
record Capture(String name, String at, boolean optional) {}
