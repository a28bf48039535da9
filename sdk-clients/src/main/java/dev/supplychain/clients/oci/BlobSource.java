package dev.supplychain.clients.oci;

import dev.supplychain.clients.internal.Content;
import dev.supplychain.model.Digest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Content to be pushed, in parts if need be, and from the beginning if need be again.
 *
 * @param digest over all of it
 * @param size in bytes
 * @param parts opens a part
 */
record BlobSource(Digest digest, long size, Parts parts) {
    /** As registries have it when nobody says more. */
    private static final String OCTETS = "application/octet-stream";

    /** Opens a part of the content. */
    @FunctionalInterface
    interface Parts {
        /** What begins there; it may go beyond the part. */
        InputStream open(long from) throws IOException;
    }

    static BlobSource of(byte[] content) {
        return new BlobSource(
                Digest.sha256(content),
                content.length,
                from -> new ByteArrayInputStream(content, (int) from, content.length - (int) from));
    }

    /**
     * A file, which must not change before it is pushed.
     *
     * @throws IOException when it cannot be read
     */
    static BlobSource of(Path file) throws IOException {
        return new BlobSource(Digest.sha256(file), Files.size(file), from -> open(file, from));
    }

    @SuppressWarnings("MustBeClosedChecker") // the stream closes the channel
    private static InputStream open(Path file, long from) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return Channels.newInputStream(channel.position(from));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The body of a request with a part of the content. */
    Content part(long from, long length) {
        return Content.of(OCTETS, length, () -> new Part(parts.open(from), length));
    }

    /** No more than a part of what follows. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int read = left == 0 ? -1 : super.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = left == 0 && length > 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
