package org.vmn.generator.report

import java.io.IOException
import java.io.UncheckedIOException
import java.nio.charset.StandardCharsets
import org.vmn.generator.graph.Graph
import org.vmn.generator.graph.Svg
import org.vmn.runtime.network.Network

import static extension org.vmn.generator.report.Html.escaped

/** The markup around what a report says. */
package final class Frame {
  static val UPLOT = '/META-INF/resources/webjars/uplot/1.6.30/'

  static val POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"

  /**
   * A page that needs no other file.
   *
   * @param content markup
   * @param data JSON that can't end the script that it stands in
   */
  def static String page(String network, String content, String data) {
    Html.lines('''
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="«POLICY»">
      <title>«network.escaped», simulated</title>
      <!-- With uPlot, under this licence:
      «resource(UPLOT + 'LICENSE')»
      -->
      <style>
      «resource(UPLOT + 'dist/uPlot.min.css')»
      «resource('page.css')»
      </style>
      </head>
      <body>
      <h1>«network.escaped»</h1>
      «content»
      <script type="application/json" id="data">«data»</script>
      <script>
      «resource(UPLOT + 'dist/uPlot.iife.min.js')»
      </script>
      <script>
      «resource('page.js')»
      </script>
      </body>
      </html>
    ''')
  }

  /**
   * The pictures of a network, which the page's script colours by load. Each is in a tree of its own, so that
   * the styles of one don't reach the others.
   *
   * @param id of the scenario
   */
  def static CharSequence pictures(Network network, String id) '''
    <h3>The network under load</h3>
    <div id="«id»-topology">
    <div class="controls">
    <button type="button">play</button>
    <input type="range" min="0" value="0" aria-label="time">
    <output></output>
    <span>idle <span class="scale"></span> full</span>
    </div>
    <p class="soft">Machines by their processors, hosts by their processors or fullest uplink, whichever is more.
    A red dashed outline is down. Point at one for its figures.</p>
    «FOR view : Graph.View.values»
      <div class="picture" data-view="«IF view === Graph.View.LOGICAL»logical«ELSE»physical«ENDIF»">
      <template shadowrootmode="open">
      «Svg.of(Graph.of(network, view))»
      </template>
      </div>
      <p></p>
    «ENDFOR»
    </div>
  '''

  def private static String resource(String name) {
    try (val in = Frame.getResourceAsStream(name)) {
      if (in === null) {
        throw new IllegalStateException('''the resource «name» is missing''')
      }
      new String(in.readAllBytes, StandardCharsets.UTF_8)
    } catch (IOException e) {
      throw new UncheckedIOException(e)
    }
  }
}
