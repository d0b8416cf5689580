package day9.sample;

/** Stands for a connection: it cannot be serialised. */
final class PriceClient {

  double ask(int id) {
    return id * 10.0;
  }
}
