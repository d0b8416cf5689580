package dev.kindling.check;

import org.junit.jupiter.api.extension.Extension;

/** Injects the parameters of a check and settles its last expectation. */
public final class CheckExtension implements Extension {}
