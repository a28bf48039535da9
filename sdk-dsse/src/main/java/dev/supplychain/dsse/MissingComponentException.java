package dev.supplychain.dsse;

import java.io.Serial;

/** An optional library is needed for what was asked and is not there; {@link #artifact()} names it. */
public final class MissingComponentException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String artifact;

    /**
     * Creates one.
     *
     * @param purpose what was asked for, such as {@code RFC 6979 signing}
     * @param artifact the Maven coordinates without version, such as {@code org.bouncycastle:bcprov-jdk18on}
     */
    public MissingComponentException(String purpose, String artifact) {
        super(purpose + " needs " + artifact
                + ", which is not there: add it to the dependencies, or stop excluding it");
        this.artifact = artifact;
    }

    /** The Maven coordinates of what is missing, without version: {@code groupId:artifactId}. */
    public String artifact() {
        return artifact;
    }
}
