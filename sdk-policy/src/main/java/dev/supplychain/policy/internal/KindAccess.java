package dev.supplychain.policy.internal;

import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.kinds.PolicyKinds;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets the parser have a policy of any kind read, without a type of this package in the public signature of a kind. */
public final class KindAccess {
    private static volatile @Nullable Reader reader;

    private KindAccess() {}

    /** Reads the {@code spec} of a policy. */
    @FunctionalInterface
    public interface Reader {
        /** The policy; what is wrong with it is reported to the object's issues. */
        Policy read(PolicyHeader header, YamlObject spec);
    }

    /** Called by {@link PolicyKinds} when it is loaded. */
    public static void install(Reader kinds) {
        reader = kinds;
    }

    /** Reads a policy of the kind that its header names, one of {@link PolicyKinds#evaluated()}. */
    public static Policy read(PolicyHeader header, YamlObject spec) {
        if (!PolicyKinds.evaluated().contains(header.kind())) { // loads the class, which installs the reader
            throw new IllegalArgumentException("kind " + header.kind() + " is not evaluated");
        }
        return Objects.requireNonNull(reader).read(header, spec);
    }
}
