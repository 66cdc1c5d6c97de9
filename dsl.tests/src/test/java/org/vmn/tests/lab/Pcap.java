package org.vmn.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A growing file of packets in libpcap's format, read bit by bit. */
final class Pcap {
  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;

  private final Path file;
  private long read = FILE_HEADER;

  Pcap(Path file) {
    this.file = file;
  }

  /** The packets written since the last call. */
  List<byte[]> next() {
    if (!Files.exists(file)) {
      return List.of();
    }
    ByteBuffer bytes = rest();
    List<byte[]> packets = new ArrayList<>();
    while (bytes.remaining() >= PACKET_HEADER) {
      int length = bytes.getInt(bytes.position() + 8);
      if (bytes.remaining() < PACKET_HEADER + length) {
        break; // still being written
      }
      byte[] packet = new byte[length];
      bytes.position(bytes.position() + PACKET_HEADER).get(packet);
      packets.add(packet);
      read += PACKET_HEADER + length;
    }
    return packets;
  }

  private ByteBuffer rest() {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes =
          ByteBuffer.allocate((int) Math.max(0, channel.size() - read))
              .order(ByteOrder.nativeOrder());
      while (bytes.hasRemaining() && channel.read(bytes, read + bytes.position()) > 0) {
        // reads until the end that the file had
      }
      return bytes.flip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
