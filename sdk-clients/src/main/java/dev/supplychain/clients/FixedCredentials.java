package dev.supplychain.clients;

import java.util.Optional;

/** Credentials that stay the same. */
record FixedCredentials(String kind, Optional<AuthHeader> header) implements Credentials {
    @Override
    public String toString() {
        return header.isEmpty() ? kind : kind + " ***";
    }
}
