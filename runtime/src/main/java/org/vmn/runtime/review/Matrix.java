package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Span;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Traffic.Match;

/**
 * Who can open connections to whom, on what: for all packets, ports, replicas and choices.
 *
 * @param sources in the order of {@link Subjects}
 * @param destinations likewise
 * @param cells a row for each source
 * @param complete whether all sources are there; else the first ones
 */
public record Matrix(
    List<String> sources, List<String> destinations, List<List<Cell>> cells, boolean complete) {
  public Matrix {
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
    cells = List.copyOf(cells);
  }

  /**
   * What connects two sets, each in ascending order of protocol and port.
   *
   * @param all what every one of the source has to every one of the destination
   * @param some what some of them have, and others don't
   */
  public record Cell(List<Match> all, List<Match> some) {
    public Cell {
      all = List.copyOf(all);
      some = List.copyOf(some);
    }

    public boolean isEmpty() {
      return all.isEmpty() && some.isEmpty();
    }
  }

  /**
   * @param stop told between cells how much is done, from 0 to 1; true ends it
   */
  public static Matrix of(Forwarding tables, DoublePredicate stop) {
    List<Endpoints> from = Subjects.sources(tables.network());
    List<Endpoints> to = Subjects.destinations(tables.network());
    Maker maker = new Maker(tables);
    List<List<Cell>> rows = new ArrayList<>();
    for (Endpoints source : from) {
      List<Cell> row = new ArrayList<>();
      for (Endpoints destination : to) {
        double done = (rows.size() + (double) row.size() / to.size()) / from.size();
        if (stop.test(done)) {
          return of(from.subList(0, rows.size()), to, rows, false);
        }
        row.add(maker.cell(source, destination));
      }
      rows.add(List.copyOf(row));
    }
    return of(from, to, rows, true);
  }

  private static Matrix of(
      List<Endpoints> from, List<Endpoints> to, List<List<Cell>> rows, boolean complete) {
    return new Matrix(
        from.stream().map(Endpoints::text).toList(),
        to.stream().map(Endpoints::text).toList(),
        rows,
        complete);
  }

  private static final class Maker {
    private final Parties parties;
    private final Attempts attempts;
    private final List<Span> spans;

    Maker(Forwarding tables) {
      Classes classes = Classes.of(tables);
      parties = classes.parties();
      attempts = classes.attempts();
      spans = classes.probes().spans();
    }

    Cell cell(Endpoints from, Endpoints to) {
      List<Match> all = new ArrayList<>();
      List<Match> some = new ArrayList<>();
      List<Party> sources = parties.sources(from);
      List<Party> destinations = parties.of(to);
      for (Span span : spans) {
        int tried = 0;
        int reached = 0;
        for (Party source : sources) {
          for (Party destination : destinations) {
            if (Attempts.differ(source, destination) && !outside(source, destination)) {
              tried++;
              reached += attempts.reaches(source, destination, span.probe()).refutes() ? 0 : 1;
            }
          }
        }
        if (reached > 0) {
          add(reached == tried ? all : some, span.match());
        }
      }
      return new Cell(all, some);
    }

    /** What an external does within itself is its own matter. */
    private static boolean outside(Party source, Party destination) {
      return source instanceof Party.Outside a
          && destination instanceof Party.Outside b
          && a.external().equals(b.external());
    }

    /** Joins what touches. */
    private static void add(List<Match> matches, Match more) {
      Match last = matches.isEmpty() ? null : matches.get(matches.size() - 1);
      if (last != null
          && last.protocol() == more.protocol()
          && last.lastPort() + 1 == more.firstPort()) {
        matches.set(
            matches.size() - 1, new Match(last.protocol(), last.firstPort(), more.lastPort()));
      } else {
        matches.add(more);
      }
    }
  }
}
