package org.vmn.generator.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers what went wrong: writers for people swallow it, and a result on a
 * full disk would look complete.
 */
final class StandardOutput extends FilterOutputStream {
  private @Nullable String lost;

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    try {
      out.write(octets, from, length);
    } catch (IOException e) {
      lost = OutputFile.reason(e);
      throw e;
    }
  }

  /** Why something was not written; null when all was, or when the reader wanted no more. */
  @Nullable String lost() {
    return "Broken pipe".equals(lost) ? null : lost;
  }
}
