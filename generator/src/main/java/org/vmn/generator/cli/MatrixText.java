package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.text.Table;
import org.vmn.generator.text.TrafficText;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.review.Matrix;

/** Who can reach whom on what, for people and programs. */
final class MatrixText {
  private static final int PORTS = 65536;

  private MatrixText() {}

  /** One line for each pair that has something. */
  static List<String> lines(Matrix matrix) {
    Table table = Table.of("from", "to", "every one on", "some on", "unanswered");
    for (Entry entry : entries(matrix)) {
      table.row(entry.from, entry.to, entry.all, entry.some, entry.unanswered);
    }
    return table.isEmpty() ? List.of("nobody reaches anybody") : table.lines();
  }

  /**
   * @param all what every one of the source has to every one of the destination; empty for nothing
   * @param some what only some of them have; empty for nothing
   * @param unanswered what else arrives, and gets no answer; empty for nothing
   */
  record Entry(String from, String to, String all, String some, String unanswered) {}

  /** One entry for each pair that has something. */
  static List<Entry> entries(Matrix matrix) {
    List<Entry> entries = new ArrayList<>();
    for (int row = 0; row < matrix.sources().size(); row++) {
      for (int column = 0; column < matrix.destinations().size(); column++) {
        Matrix.Cell cell = matrix.cells().get(row).get(column);
        if (!cell.isEmpty()) {
          entries.add(
              new Entry(
                  matrix.sources().get(row),
                  matrix.destinations().get(column),
                  words(cell.all()),
                  words(cell.some()),
                  words(cell.unanswered())));
        }
      }
    }
    return entries;
  }

  /** A cell in words: {@code 443/tcp; some on 22/tcp; unanswered: icmp}. */
  static String words(Matrix.Cell cell) {
    if (cell.isEmpty()) {
      return "–";
    }
    List<String> words = new ArrayList<>();
    words.add(cell.all().isEmpty() ? "" : words(cell.all()));
    words.add(cell.some().isEmpty() ? "" : "some on " + words(cell.some()));
    words.add(cell.unanswered().isEmpty() ? "" : "unanswered: " + words(cell.unanswered()));
    words.removeIf(String::isEmpty);
    return String.join("; ", words);
  }

  /** {@code 22/tcp, icmp}; {@code everything}; what is everything but a few, as that. */
  static String words(List<Match> matches) {
    List<Match> rest = others(matches);
    if (rest.isEmpty()) {
      return "everything";
    }
    boolean fewer = matches.stream().anyMatch(m -> m.protocol() == Protocol.ANY);
    String ports = TrafficText.ports(new Traffic("", whole(fewer ? rest : matches)));
    return fewer ? "everything but " + ports : ports.replace("everything", "other protocols");
  }

  /** All ports are said as the protocol alone. */
  private static List<Match> whole(List<Match> matches) {
    return matches.stream()
        .map(m ->
            m.firstPort() <= 1 && m.lastPort() == PORTS - 1
                ? new Match(m.protocol(), 0, PORTS - 1)
                : m)
        .toList();
  }

  private static List<Match> others(List<Match> matches) {
    List<Match> rest = new ArrayList<>();
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ANY)) {
      // Nothing is sent to port 0.
      int next = protocol.hasPorts() ? 1 : 0;
      for (Match match : matches) {
        if (match.protocol() == protocol) {
          if (next < match.firstPort()) {
            rest.add(new Match(protocol, next, match.firstPort() - 1));
          }
          next = match.lastPort() + 1;
        }
      }
      if (next < PORTS) {
        rest.add(new Match(protocol, next, PORTS - 1));
      }
    }
    return rest;
  }
}
