package org.vmn.generator.cli;

import java.util.List;
import org.vmn.generator.emit.text.Xml;
import org.vmn.runtime.review.Matrix;

/**
 * Who can reach whom on what, for browsers: names stay in sight, and what would be too much to read
 * is shown by colour alone until it is asked for. It needs nothing but the page itself.
 */
final class MatrixPage {
  /** With more columns than this, cells are coloured squares at first. */
  private static final int MOST_READABLE = 24;

  private static final String STYLE =
      "body{font:14px sans-serif;margin:0 12px}"
          + "table{border-collapse:separate;border-spacing:0}"
          + "td,th{border:solid #bbb;border-width:0 1px 1px 0;padding:4px 8px;text-align:left}"
          + "th{position:sticky;background:#fff;font-weight:600}"
          + "tr:first-child th{top:0;z-index:1;vertical-align:bottom;border-top-width:1px}"
          + "th:first-child{left:0;z-index:1;border-left-width:1px;white-space:nowrap}"
          + "tr:first-child th:first-child{z-index:2}"
          + ".all{background:#bfe3b4}.some{background:#fbe49b}.none{color:#999}"
          + "td:hover{outline:2px solid #333}"
          + "p span{padding:2px 8px;margin-right:12px}"
          + "body:has(#names:not(:checked)) td{padding:0;min-width:14px;height:14px}"
          + "body:has(#names:not(:checked)) td b{display:none}"
          + "body:has(#names:not(:checked)) tr:first-child th{writing-mode:vertical-rl;padding:8px"
          + " 0}"
          + "td b{font-weight:normal}";

  private MatrixPage() {}

  /**
   * @param network its name
   */
  static String of(Matrix matrix, String network) {
    Xml html = new Xml();
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.text("title", network + ": who reaches whom").text("style", STYLE).close();
    html.open("body").text("h1", network + ": who reaches whom on what");
    html.open("p").text("span", "all of the row reach all of the column", "class", "all");
    html.text("span", "some do, or only a first packet arrives", "class", "some");
    html.text("span", "nothing arrives").open("label");
    if (matrix.destinations().size() > MOST_READABLE) {
      html.empty("input", "type", "checkbox", "id", "names");
    } else {
      html.empty("input", "type", "checkbox", "id", "names", "checked", "checked");
    }
    html.text("span", "show on what").close().close();
    if (!matrix.complete()) {
      html.text("p", "This is not all: the last sources were not looked at.");
    }
    html.open("table").open("tr").text("th", "from \\ to");
    matrix.destinations().forEach(d -> html.text("th", d));
    html.close();
    for (int row = 0; row < matrix.sources().size(); row++) {
      html.open("tr").text("th", matrix.sources().get(row));
      List<Matrix.Cell> cells = matrix.cells().get(row);
      for (int column = 0; column < cells.size(); column++) {
        String pair = matrix.sources().get(row) + " \u2192 " + matrix.destinations().get(column);
        String words = MatrixText.words(cells.get(column));
        html.open("td", "class", kind(cells.get(column)), "title", pair + ": " + words);
        html.text("b", words).close();
      }
      html.close();
    }
    return "<!DOCTYPE html>\n" + html.close().close().close();
  }

  private static String kind(Matrix.Cell cell) {
    return cell.isEmpty()
        ? "none"
        : cell.some().isEmpty() && cell.unanswered().isEmpty() ? "all" : "some";
  }
}
