package org.vmn.generator.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of words under headings, in aligned columns. Columns that hold nothing are left out. */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final Set<Integer> right = new HashSet<>();
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headings) {
    this.headings = headings;
  }

  public static Table of(String... headings) {
    return new Table(List.of(headings));
  }

  /** Columns of figures, which end under one another; counted from 0. */
  public Table right(int... columns) {
    for (int column : columns) {
      right.add(column);
    }
    return this;
  }

  public Table row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells under " + headings.size() + " headings");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    rows.add(row);
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The headings and the rows; nothing when there are no rows. */
  public List<String> lines() {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (headings.stream().anyMatch(h -> !h.isEmpty())) {
      lines.add(line(headings));
    }
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (!holds(i)) {
        continue;
      }
      String padding = " ".repeat(width(i) - length(cells.get(i)));
      line.append(line.isEmpty() ? "" : GAP);
      line.append(right.contains(i) ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }

  private boolean holds(int column) {
    return rows.stream().anyMatch(r -> !r.get(column).isEmpty());
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(r -> length(r.get(column))).max().orElse(0);
    return Math.max(widest, length(headings.get(column)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
