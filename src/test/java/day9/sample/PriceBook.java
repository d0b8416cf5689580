package day9.sample;

import java.io.Serializable;

/** Can be serialised by itself, but not with what it holds. */
record PriceBook(PriceClient client) implements Serializable {}
