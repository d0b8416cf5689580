/**
 * Small changes of a solution's byte code, made with PIT's engine, each with the tasks that it can
 * matter to. Reads classes and loads none. Depends on {@code compile} and {@code lab}.
 */
package dev.kindling.mutants;
