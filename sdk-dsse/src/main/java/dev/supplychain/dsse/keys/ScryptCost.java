package dev.supplychain.dsse.keys;

/**
 * What it costs to try a password on a cosign key; cosign knows these three and refuses all others.
 *
 * <p>Each reading and each writing of a key costs as much.
 */
public enum ScryptCost {
    /** N = 32768: 32 MiB and some 0.2 seconds; what cosign wrote before 2.2. */
    LEGACY(32_768),
    /** N = 65536: 64 MiB and some 0.4 seconds; what cosign writes. */
    STANDARD(65_536),
    /** N = 131072: 128 MiB and some 0.8 seconds; what OWASP recommends. */
    OWASP(131_072);

    private static final int R = 8;
    private static final int P = 1;

    private final int n;

    ScryptCost(int n) {
        this.n = n;
    }

    /** The number of blocks, N in RFC 7914. */
    public int n() {
        return n;
    }

    /** The size of a block in 128 bytes, r in RFC 7914: 8. */
    public int r() {
        return R;
    }

    /** How often all is done, p in RFC 7914: 1. */
    public int p() {
        return P;
    }

    /** The memory in bytes that a derivation takes from the heap: 128 times N times r. */
    public long memoryBytes() {
        return 128L * n * R;
    }
}
