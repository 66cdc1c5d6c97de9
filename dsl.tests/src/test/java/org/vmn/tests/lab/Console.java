package org.vmn.tests.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A serial line at a Unix socket: collects what it says until somebody looks for something in it.
 */
final class Console implements AutoCloseable {
  private final SocketChannel channel;
  private final StringBuilder said = new StringBuilder();

  Console(Path socket) {
    try {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new UncheckedIOException("can't connect to " + socket, e);
    }
    Thread.ofPlatform().daemon().name("console " + socket).start(this::collect);
  }

  private void collect() {
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    try {
      while (channel.read(buffer) >= 0) {
        String more = UTF_8.decode(buffer.flip()).toString().replace("\r", "");
        buffer.clear();
        synchronized (said) {
          said.append(more);
          said.notifyAll();
        }
      }
    } catch (IOException e) {
      // Closed, by us or by the guest's end; who waits runs out of time.
    }
  }

  void write(String text) {
    try {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until {@code wanted} is found, and forgets what was said up to its end; null after {@code
   * limit}.
   */
  @Nullable Matcher await(Pattern wanted, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (said) {
      while (true) {
        Matcher matcher = wanted.matcher(said.toString());
        if (matcher.find()) {
          said.delete(0, matcher.end());
          return matcher;
        }
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return null;
        }
        try {
          said.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return null;
        }
      }
    }
  }

  String text() {
    synchronized (said) {
      return said.toString();
    }
  }

  void forget() {
    synchronized (said) {
      said.setLength(0);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
