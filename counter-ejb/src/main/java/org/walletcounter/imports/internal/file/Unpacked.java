package org.walletcounter.imports.internal.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a packed file, up to a limit: some bytes of a packed file can be a thousand times as many. */
final class Unpacked extends FilterInputStream {

    private final long most;
    private long size;

    Unpacked(InputStream packed, long most) {
        super(packed);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) {
        size += more;
        if (size > most) {
            throw Misread.tooLarge(most);
        }
    }
}
