package dev.supplychain.dsse;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that are in memory already. */
final class SignableBytes implements Signable {
    private final byte[] bytes;

    SignableBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    @Override
    public byte[] toByteArray() {
        return bytes;
    }
}
