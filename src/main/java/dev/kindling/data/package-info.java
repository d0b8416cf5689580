/**
 * Seeded generators with planted truth, and the tables they make. Depends on {@code spark} alone;
 * truth is for checks.
 */
package dev.kindling.data;
