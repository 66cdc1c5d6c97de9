package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.prove.Survey;
import org.vmn.runtime.prove.Survey.Level;
import org.vmn.runtime.prove.Survey.Stretch;

/**
 * Who gets through to whom, on what: for all packets, ports, replicas and choices. What has no
 * entry doesn't arrive at all.
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
   * @param some where some connections complete: of some members, in one family, or by some choices
   * @param unanswered where nothing completes, and first packets arrive, perhaps with a forged
   *     source
   */
  public record Cell(List<Match> all, List<Match> some, List<Match> unanswered) {
    public Cell {
      all = List.copyOf(all);
      some = List.copyOf(some);
      unanswered = List.copyOf(unanswered);
    }

    public boolean isEmpty() {
      return all.isEmpty() && some.isEmpty() && unanswered.isEmpty();
    }

    static Cell of(List<Stretch> stretches) {
      return new Cell(
          at(stretches, Level.ALL), at(stretches, Level.SOME), at(stretches, Level.ARRIVES));
    }

    private static List<Match> at(List<Stretch> stretches, Level level) {
      return stretches.stream().filter(s -> s.level() == level).map(Stretch::match).toList();
    }
  }

  /**
   * @param stop told between cells how much is done, from 0 to 1; true ends it
   */
  public static Matrix of(Forwarding tables, DoublePredicate stop) {
    List<Endpoints> from = Subjects.sources(tables.network());
    List<Endpoints> to = Subjects.destinations(tables.network());
    Survey survey = Survey.of(tables, () -> stop.test(0));
    List<List<Cell>> rows = new ArrayList<>();
    for (Endpoints source : from) {
      List<Cell> row = new ArrayList<>();
      for (Endpoints destination : to) {
        double done = (rows.size() + (double) row.size() / to.size()) / from.size();
        if (stop.test(done)) {
          return of(from.subList(0, rows.size()), to, rows, false);
        }
        row.add(Cell.of(survey.between(source, destination)));
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
}
