/**
 * The command {@code lab}: one class per sub-command, which parses, calls one service and prints.
 * Asks the workbench for everything that needs Spark, and never loads a Spark class.
 */
package dev.kindling.cli;
