package org.carbonpublicity.local.frontdoor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service, taken in turn. */
final class Backends {

  private final List<Integer> ports;
  private final AtomicInteger next = new AtomicInteger();

  Backends(List<Integer> ports) {
    this.ports = List.copyOf(ports);
  }

  /**
   * All instances, beginning with the one whose turn it is; the others are there for when it is
   * down.
   */
  List<Integer> inTurn() {
    if (ports.size() < 2) {
      return ports;
    }
    List<Integer> order = new ArrayList<>(ports);
    Collections.rotate(order, -Math.floorMod(next.getAndIncrement(), ports.size()));
    return order;
  }
}
