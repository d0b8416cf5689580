/** Tests of how the code hangs together; each asserts first that it looks at enough classes. */
package dev.kindling.architecture;
