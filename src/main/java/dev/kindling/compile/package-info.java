/**
 * From sources to classes: compiles labs and answers in this process, with a file manager that is
 * kept, and reads what a contract declares from its class file. Loads no class it compiles and no
 * Spark class.
 *
 * <p>Uses {@code lab} and {@code result} of ours.
 */
@NullMarked
package dev.kindling.compile;

import org.jspecify.annotations.NullMarked;
