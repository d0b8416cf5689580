/** {@code lab doctor}: looks whether machine and checkout have what Kindling needs. */
package dev.kindling.cli.doctor;
