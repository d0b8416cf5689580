/**
 * What a lab is: the annotations of its contract, and the catalogue that finds labs in folders.
 * Depends on nothing else of ours and never loads a Spark class, so the command can list labs at
 * once.
 */
package dev.kindling.lab;
