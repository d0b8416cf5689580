package day9.sample;

/** A record, which bean encoders do not fill. */
public record RecordHome(int id, double price) {}
