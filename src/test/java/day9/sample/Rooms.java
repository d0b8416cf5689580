package day9.sample;

/** A learner's own class with its own errors. */
final class Rooms {

  private Rooms() {}

  static Integer check(Integer rooms) {
    if (rooms == 0) {
      throw new IllegalStateException("A home without rooms");
    }
    return rooms;
  }

  static Integer refuseSilently(Integer rooms) {
    throw new IllegalStateException();
  }

  static Integer refuse(Integer rooms) {
    if (rooms == 0) {
      throw new Refusal(new Object());
    }
    return rooms;
  }

  /** Holds something that cannot be serialised, so Spark hands only its text to the driver. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Object evidence;

    Refusal(Object evidence) {
      super("No rooms: " + (evidence != null));
      this.evidence = evidence;
    }

    @Override
    public String toString() {
      return super.toString() + (evidence == null ? "" : "!");
    }
  }
}
