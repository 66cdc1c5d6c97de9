package org.vmn.generator.text;

import java.util.ArrayList;
import java.util.Arrays;
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
    int[] widths = new int[headings.size()];
    Arrays.setAll(widths, this::width);
    List<String> lines = new ArrayList<>(rows.size() + 1);
    if (headings.stream().anyMatch(h -> !h.isEmpty())) {
      lines.add(line(headings, widths));
    }
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] < 0) {
        continue;
      }
      String padding = " ".repeat(widths[i] - length(cells.get(i)));
      line.append(line.isEmpty() ? "" : GAP);
      line.append(right.contains(i) ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }

  /** Of the widest cell, in characters; negative for a column that holds nothing. */
  private int width(int column) {
    int widest = rows.stream().mapToInt(r -> length(r.get(column))).max().orElse(0);
    return widest == 0 ? -1 : Math.max(widest, length(headings.get(column)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
