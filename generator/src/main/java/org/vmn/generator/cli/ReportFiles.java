package org.vmn.generator.cli;

import java.nio.file.Path;
import java.util.List;
import org.vmn.generator.compile.SourceException;

/** A page, and beside it the same for programs. */
final class ReportFiles {
  private ReportFiles() {}

  /** The files that are written for a page. */
  static List<Path> of(Path page) {
    return List.of(beside(page, ".json"), beside(page, ".csv"), page);
  }

  static void write(Path page, String html, String json, String csv) throws SourceException {
    OutputFile.write(beside(page, ".json"), json);
    OutputFile.write(beside(page, ".csv"), csv);
    OutputFile.write(page, html);
  }

  /** {@code shop.json} beside {@code shop.html}. */
  private static Path beside(Path page, String ending) {
    String name = String.valueOf(page.getFileName());
    return page.resolveSibling(name.replaceFirst("\\.html?$", "") + ending);
  }
}
