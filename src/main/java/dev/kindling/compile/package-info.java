/**
 * From sources to classes: compiles labs and answers in this process, with a file manager that is
 * kept, and reads what a contract declares from its class file. Depends on {@code lab} and {@code
 * grade}; loads no class it compiles and no Spark class.
 */
package dev.kindling.compile;
