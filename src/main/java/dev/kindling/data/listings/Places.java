package dev.kindling.data.listings;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;

/** The 36 neighbourhoods of the invented city: six by six on a map, the first ones the busiest. */
final class Places {

  static final List<String> NEIGHBOURHOODS =
      List.of(
          "Harbour Steps",
          "Lantern Row",
          "Old Foundry",
          "Market Cross",
          "Tannery Quay",
          "Saltmarsh",
          "Ropewalk",
          "Canal End",
          "Bellfield",
          "Kiln Hill",
          "Upper Weir",
          "Copperton",
          "Ashgrove",
          "Millrace",
          "Northgate",
          "Orchard Bank",
          "Quarry Edge",
          "Signal Point",
          "Eastwharf",
          "Fernhollow",
          "Glasshouse",
          "Highmoor",
          "Ivy Close",
          "Juniper Park",
          "Kestrel Rise",
          "Lowbridge",
          "Meadowside",
          "Nettle Green",
          "Observatory",
          "Packhorse",
          "Reedwater",
          "Stonebow",
          "Thornfield",
          "Viaduct",
          "Willow Bend",
          "Yarrow Flats");

  private static final double[] POPULARITY = popularity();
  private static final int SIDE = 6;
  private static final double SOUTH = 45.1;
  private static final double WEST = -59.9;
  private static final double APART = 0.02;
  private static final double SPREAD = 0.004;
  private static final int DEGREE_PLACES = 5;

  private Places() {}

  static Object neighbourhood(Cells row, Draws draws) {
    return draws.pick(NEIGHBOURHOODS, POPULARITY);
  }

  static Object latitude(Cells row, Draws draws) {
    return degrees(SOUTH, index(row) / SIDE, draws);
  }

  static Object longitude(Cells row, Draws draws) {
    return degrees(WEST, index(row) % SIDE, draws);
  }

  private static int index(Cells row) {
    return NEIGHBOURHOODS.indexOf(row.text("neighbourhood_cleansed"));
  }

  private static double degrees(double origin, int step, Draws draws) {
    return Decimals.round(draws.normal(origin + APART * step, SPREAD), DEGREE_PLACES);
  }

  private static double[] popularity() {
    double[] weights = new double[NEIGHBOURHOODS.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1.0 / (i + 8);
    }
    return weights;
  }
}
