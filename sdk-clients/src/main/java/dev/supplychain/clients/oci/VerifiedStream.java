package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.internal.Streamed;
import dev.supplychain.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;

/** The content of a blob: its end is reported only after size and digest have proved right. */
final class VerifiedStream extends InputStream {
    private final String request;
    private final Streamed answer;
    private final InputStream in;
    private final Digest expected;
    private final OptionalLong size;
    private final ContentDigest digest;
    private long count;
    private boolean verified;

    VerifiedStream(String request, Streamed answer, Digest expected, OptionalLong size) {
        this.request = request;
        this.answer = answer;
        this.in = answer.body();
        this.expected = expected;
        this.size = size;
        this.digest = ContentDigest.start(expected.algorithm());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (verified || length == 0) {
            return verified ? -1 : 0;
        }
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            verify();
            return -1;
        }
        count += read;
        if (size.isPresent() && count > size.getAsLong()) {
            throw refused("the body has more than the " + size.getAsLong() + " bytes of the descriptor");
        }
        digest.add(bytes, offset, read);
        return read;
    }

    private void verify() {
        if (size.isPresent() && count != size.getAsLong()) {
            throw refused("the body has " + count + " bytes, not the " + size.getAsLong() + " of the descriptor");
        }
        Digest actual = digest.end();
        if (!actual.equals(expected)) {
            throw refused("the body has the digest " + actual + ", not " + expected);
        }
        verified = true;
    }

    private ApiException refused(String reason) {
        close();
        return ApiException.builder(Kind.PROTOCOL, request)
                .httpStatus(answer.status())
                .reason(reason)
                .build();
    }

    /** Lets go of the connection. */
    @Override
    public void close() {
        answer.close();
    }
}
