package org.vmn.runtime.config;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a text that is longer than it may be. */
final class BoundedReader extends FilterReader {
  private final long most;
  private long count;

  BoundedReader(Reader in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    count(character < 0 ? 0 : 1);
    return character;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws ConfigException {
    count += read;
    if (count > most) {
      throw new ConfigException("$", "the text has more than " + most + " characters");
    }
  }
}
