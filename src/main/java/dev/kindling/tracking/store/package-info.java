/**
 * The SQLite file: its schema, reading beside writing, and writes that are on disk before anybody
 * hears of them.
 */
package dev.kindling.tracking.store;
