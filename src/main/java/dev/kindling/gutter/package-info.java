/**
 * What a check runs with where nobody has prepared anything: started from an IDE's gutter, or by plain
 * JUnit.
 */
package dev.kindling.gutter;
