package day9.sample;

import java.io.Serializable;

/** A bean whose fields cannot hold null. */
public final class PrimitiveHome implements Serializable {

  private static final long serialVersionUID = 1L;

  private int id;
  private double price;

  public int getId() {
    return id;
  }

  public void setId(int id) {
    this.id = id;
  }

  public double getPrice() {
    return price;
  }

  public void setPrice(double price) {
    this.price = price;
  }
}
