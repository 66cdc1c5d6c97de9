package org.vmn.dsl.formatting2;

import java.util.List;
import java.util.Set;
import org.vmn.dsl.literals.Dimension;

/** Whether a blank stands between two tokens of one line. */
final class Spacing {
  private static final Set<String> TIGHT_BEFORE = Set.of(",", ";", "]", ")");
  private static final Set<String> JOINING =
      Set.of("TrafficTerm", "Pick", "Loop", "UplinkTerm", "Target", "Processors", "ImportPath");

  /** Rules in which an address, a port and a protocol are written as one. */
  private static final Set<String> VIRTUAL = Set.of("Balancer", "Dnat");

  /** Where a bracket begins something of its own. */
  private static final Set<String> LISTS = Set.of("Atom", "Type");

  /** Where a parenthesis belongs to the name before it. */
  private static final Set<String> CALLS = Set.of("Values", "Arguments", "Template");

  /** Where a colon stands between a name and its type. */
  private static final Set<String> NAMED = Set.of("Variable", "Parameter");

  /** Where a slash may stand within a unit. */
  private static final Set<String> UNITS = Set.of("Unit", "Expression", "Operator");

  private static final Set<String> JOINTS = Set.of("/", "..", ".");

  private final List<Piece> pieces;

  Spacing(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** Before the piece of a number, which is a token as is the one before it. */
  boolean isTight(int index) {
    Piece before = pieces.get(index - 1);
    Piece piece = pieces.get(index);
    if (TIGHT_BEFORE.contains(piece.text()) || before.is("[") || before.is("(")) {
      return true;
    }
    if (piece.is("[")) {
      return !VIRTUAL.contains(piece.rule()) && !LISTS.contains(piece.rule());
    }
    if (piece.is("(") && CALLS.contains(piece.rule()) || before.is("-", "Operand")) {
      return true;
    }
    if (piece.is(":") && NAMED.contains(piece.rule())) {
      return true;
    }
    return joins(before)
        || joins(piece)
        || before.is("/", "Pool")
        || isInUnit(index)
        || isInImport(before, piece)
        || isInVirtualAddress(index);
  }

  /** {@code req/s}; not {@code 4 GiB / n}. */
  private boolean isInUnit(int index) {
    int slash =
        isOfUnit(pieces.get(index)) ? index : isOfUnit(pieces.get(index - 1)) ? index - 1 : -1;
    return slash > 0
        && slash + 1 < pieces.size()
        && Dimension.isUnit(pieces.get(slash - 1).text() + "/" + pieces.get(slash + 1).text());
  }

  private static boolean isOfUnit(Piece piece) {
    return piece.is("/") && UNITS.contains(piece.rule());
  }

  /**
   * {@code 8000..8010/tcp}, {@code kvm[1..3].eno1}, {@code std.images}; not {@code 500 .. 2000
   * req/s}.
   */
  private static boolean joins(Piece piece) {
    return JOINTS.contains(piece.text()) && JOINING.contains(piece.rule());
  }

  /** {@code .{a, b}}. */
  private static boolean isInImport(Piece before, Piece piece) {
    return piece.is(".", "Import")
        || piece.is("{", "Import")
        || before.is("{", "Import")
        || piece.is("}", "Import");
  }

  /**
   * {@code 192.0.2.10:443/tcp}. An IPv6 address without brackets keeps its distance: it would take
   * the colon for its own.
   */
  private boolean isInVirtualAddress(int index) {
    Piece before = pieces.get(index - 1);
    Piece piece = pieces.get(index);
    if (isVirtual(before, "/") || isVirtual(piece, "/")) {
      return true;
    }
    int colon = isVirtual(piece, ":") ? index : isVirtual(before, ":") ? index - 1 : -1;
    return colon >= 0
        && colon + 1 < pieces.size()
        && Character.isDigit(pieces.get(colon + 1).text().charAt(0))
        && pieces.get(colon - 1).text().indexOf(':') < 0;
  }

  private static boolean isVirtual(Piece piece, String sign) {
    return piece.is(sign) && VIRTUAL.contains(piece.rule());
  }
}
