package day4.udf.checks;

/**
 * A point on the earth, with a distance that is computed in another way than the starter's: through
 * the length of the straight line between two points of a sphere.
 *
 * @param latitude in degrees
 * @param longitude in degrees
 */
record Point(double latitude, double longitude) {

  private static final double EARTH_RADIUS_KM = 6371;

  /** The distance along the surface in km. */
  double km(Point other) {
    double[] from = unit();
    double[] to = other.unit();
    double squares = 0;
    for (int i = 0; i < from.length; i++) {
      squares += (from[i] - to[i]) * (from[i] - to[i]);
    }
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(squares) / 2);
  }

  private double[] unit() {
    double north = Math.toRadians(latitude);
    double east = Math.toRadians(longitude);
    return new double[] {
      Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)
    };
  }
}
