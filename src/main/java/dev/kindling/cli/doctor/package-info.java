/**
 * {@code lab doctor}: looks whether machine and checkout have what Kindling needs.
 *
 * <p>Uses {@code cli.command}, {@code cli.screen}, {@code lab}, {@code result} and {@code
 * workbench} of ours.
 */
@NullMarked
package dev.kindling.cli.doctor;

import org.jspecify.annotations.NullMarked;
