/** {@code lab watch}: judges an answer whenever it is saved, and listens to keys. */
package dev.kindling.cli.watch;
