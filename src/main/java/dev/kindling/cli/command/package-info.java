/**
 * What every sub-command is given, and how it ends: the checkout, the connection to the workbench,
 * the screen, the exit codes.
 */
package dev.kindling.cli.command;
