/**
 * The long-lived local process: watches files, compiles answers, drives the worker, and streams
 * what happens. Never loads a Spark class; the same service runs inside the command with {@code
 * --no-workbench}.
 */
package dev.kindling.workbench;
