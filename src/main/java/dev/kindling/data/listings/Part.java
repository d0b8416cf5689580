package dev.kindling.data.listings;

/** Which rows a listing belongs to. */
enum Part {
  TRAIN,
  TEST,
  CANARY
}
