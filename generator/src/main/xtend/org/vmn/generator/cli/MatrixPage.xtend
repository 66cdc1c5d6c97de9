package org.vmn.generator.cli

import org.vmn.generator.report.Html
import org.vmn.runtime.review.Matrix

import static extension org.vmn.generator.report.Html.escaped

/**
 * Who can reach whom on what, for browsers: names stay in sight, and what would be too much to read
 * is shown by colour alone until it is asked for. It needs nothing but the page itself.
 */
package final class MatrixPage {
  /** With more columns than this, cells are coloured squares at first. */
  static val MOST_READABLE = 24

  /**
   * @param network its name
   */
  def static String of(Matrix matrix, String network) {
    Html.lines('''
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8"/>
        <title>«network.escaped»: who reaches whom</title>
        «style»
      </head>
      <body>
        <h1>«network.escaped»: who reaches whom on what</h1>
        <p>
          <span class="all">all of the row reach all of the column</span>
          <span class="some">some do, or only a first packet arrives</span>
          <span>nothing arrives</span>
          <label>
            <input type="checkbox" id="names"«IF matrix.destinations.size <= MOST_READABLE» checked="checked"«ENDIF»/>
            <span>show on what</span>
          </label>
        </p>
        «IF !matrix.complete»
          <p>This is not all: the last sources were not looked at.</p>
        «ENDIF»
        <table>
          <tr>
            <th>from \ to</th>
            «FOR destination : matrix.destinations»
              <th>«destination.escaped»</th>
            «ENDFOR»
          </tr>
          «FOR row : 0 ..< matrix.sources.size»
            <tr>
              <th>«matrix.sources.get(row).escaped»</th>
              «FOR column : 0 ..< matrix.destinations.size»
                «cell(matrix, row, column)»
              «ENDFOR»
            </tr>
          «ENDFOR»
        </table>
      </body>
      </html>
    ''')
  }

  def private static CharSequence cell(Matrix matrix, int row, int column) {
    val cell = matrix.cells.get(row).get(column)
    val words = MatrixText.words(cell).escaped
    val pair = '''«matrix.sources.get(row)» → «matrix.destinations.get(column)»'''.toString.escaped
    '''<td class="«cell.kind»" title="«pair»: «words»"><b>«words»</b></td>'''
  }

  def private static String kind(Matrix.Cell cell) {
    if (cell.empty) 'none' else if (cell.some.empty && cell.unanswered.empty) 'all' else 'some'
  }

  def private static CharSequence style() '''
    <style>
    body { font: 14px sans-serif; margin: 0 12px }
    table { border-collapse: separate; border-spacing: 0 }
    td, th { border: solid #bbb; border-width: 0 1px 1px 0; padding: 4px 8px; text-align: left }
    th { position: sticky; background: #fff; font-weight: 600 }
    tr:first-child th { top: 0; z-index: 1; vertical-align: bottom; border-top-width: 1px }
    th:first-child { left: 0; z-index: 1; border-left-width: 1px; white-space: nowrap }
    tr:first-child th:first-child { z-index: 2 }
    .all { background: #bfe3b4 } .some { background: #fbe49b } .none { color: #999 }
    td:hover { outline: 2px solid #333 }
    p span { padding: 2px 8px; margin-right: 12px }
    body:has(#names:not(:checked)) td { padding: 0; min-width: 14px; height: 14px }
    body:has(#names:not(:checked)) td b { display: none }
    body:has(#names:not(:checked)) tr:first-child th { writing-mode: vertical-rl; padding: 8px 0 }
    td b { font-weight: normal }
    </style>
  '''
}
