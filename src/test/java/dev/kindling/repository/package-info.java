/**
 * Tests of the files around the code: the pom, the launchers, the settings of IDEs, what continuous
 * integration runs, and the generated course map.
 */
package dev.kindling.repository;
