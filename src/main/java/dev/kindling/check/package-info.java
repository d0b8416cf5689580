/**
 * The language of checks: what an answer is expected to return, which mistakes are known, and how a
 * difference is told. Depends on {@code lab}, {@code data} and {@code spark}.
 */
package dev.kindling.check;
