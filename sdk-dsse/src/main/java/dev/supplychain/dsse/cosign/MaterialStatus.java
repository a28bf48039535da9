package dev.supplychain.dsse.cosign;

/** What is known about material that came with a signature, such as an entry in a transparency log. */
public enum MaterialStatus {
    /** There was none. */
    ABSENT,
    /** There was some, and nobody looked at it: it is the claim of whoever made the signature's container. */
    NOT_CHECKED;

    static MaterialStatus of(boolean present) {
        return present ? NOT_CHECKED : ABSENT;
    }
}
