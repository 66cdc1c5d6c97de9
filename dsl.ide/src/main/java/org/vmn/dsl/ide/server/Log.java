package org.vmn.dsl.ide.server;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.apache.log4j.Logger;
import org.apache.log4j.SimpleLayout;
import org.apache.log4j.WriterAppender;

/** Sends both logs, Xtext's and LSP4J's, to one place, which is never standard output. */
final class Log {
  private Log() {}

  static void to(PrintStream stream) {
    org.apache.log4j.LogManager.resetConfiguration();
    Logger root = Logger.getRootLogger();
    root.setLevel(org.apache.log4j.Level.WARN);
    root.addAppender(
        new WriterAppender(
            new SimpleLayout(),
            new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true)));

    LogManager.getLogManager().reset();
    Handler handler =
        new StreamHandler(stream, new SimpleFormatter()) {
          @Override
          public synchronized void publish(java.util.logging.LogRecord event) {
            super.publish(event);
            flush();
          }
        };
    handler.setLevel(Level.WARNING);
    java.util.logging.Logger.getLogger("").addHandler(handler);
  }
}
