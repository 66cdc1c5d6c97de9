package org.vmn.generator.report

import java.util.Arrays
import java.util.List

/** Pieces of a page. Whatever comes from a network passes {@link #escaped}. */
final class Html {
  val out = new StringBuilder

  def static String escaped(String text) {
    text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;').replace("'", '&#39;')
  }

  /** A template's text with the same line ends on every system. */
  def static String lines(CharSequence template) {
    template.toString.replace(System.lineSeparator, '\n')
  }

  /** Adds text that is a piece of a page already. */
  def Html raw(CharSequence html) {
    val text = lines(html)
    out.append(text).append(if (text.endsWith('\n')) '' else '\n')
    this
  }

  /** Adds an element with text in it. */
  def Html element(String tag, String style, String text) {
    raw('''<«tag»«style.asClass»>«text.escaped»</«tag»>''')
  }

  /**
   * Adds a table; nothing when it has no rows.
   *
   * @param headings those of columns of figures begin with {@code #}
   * @param styles of rows, or empty
   */
  def Html table(String title, List<String> headings, List<List<String>> rows, List<String> styles) {
    if (rows.empty) {
      return this
    }
    raw('''
      <h3>«title.escaped»</h3>
      <div class="scroll"><table>
      <thead><tr>
      «FOR heading : headings»
        <th«heading.alignment»>«heading.replaceFirst('^#', '').escaped»</th>
      «ENDFOR»
      </tr></thead>
      <tbody>
      «FOR i : 0 ..< rows.size»
        <tr«IF i < styles.size»«styles.get(i).asClass»«ENDIF»>
        «FOR j : 0 ..< headings.size»
          <td«headings.get(j).alignment»>«rows.get(i).get(j).escaped»</td>
        «ENDFOR»
        </tr>
      «ENDFOR»
      </tbody>
      </table></div>
    ''')
  }

  def Html table(String title, String headings, List<List<String>> rows) {
    table(title, Arrays.asList(headings.split('\\|')), rows, #[])
  }

  def private static String alignment(String heading) {
    (if (heading.startsWith('#')) 'n' else '').asClass
  }

  def private static String asClass(String style) {
    if (style.empty) '' else ''' class="«style»"'''
  }

  def String text() {
    out.toString
  }
}
