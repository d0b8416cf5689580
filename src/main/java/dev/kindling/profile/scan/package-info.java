/**
 * The Spark work behind a profile: two jobs over a frame, whatever the number of its columns, and a
 * third one when a time column is named. What they bring home is small and holds no Spark type.
 */
package dev.kindling.profile.scan;
