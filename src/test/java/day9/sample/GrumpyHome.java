package day9.sample;

import java.io.Serializable;

/** A bean that takes no ids. */
public final class GrumpyHome implements Serializable {

  private static final long serialVersionUID = 1L;

  private int id;

  public int getId() {
    return id;
  }

  public void setId(int id) {
    if (id > 0) {
      throw new IllegalArgumentException("No ids, please");
    }
    this.id = id;
  }
}
