package org.carbonpublicity.disclosure.model.persistence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Term;
import org.carbonpublicity.disclosure.footprint.TermFrame;

/** The frames that the rows of a chunk need, numbered from 0. */
final class FrameList {

  private final BigDecimal lifetimeKm;
  private final List<TermFrame> frames = new ArrayList<>();
  private int last;

  FrameList(BigDecimal lifetimeKm) {
    this.lifetimeKm = lifetimeKm;
  }

  int indexOf(List<Term> terms) {
    // Files list similar models one after another.
    if (last < frames.size() && frames.get(last).holds(terms)) {
      return last;
    }
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).holds(terms)) {
        last = i;
        return i;
      }
    }
    last = frames.size();
    frames.add(TermFrame.of(terms, lifetimeKm));
    return last;
  }

  List<TermFrame> all() {
    return List.copyOf(frames);
  }

  void clear() {
    frames.clear();
  }
}
