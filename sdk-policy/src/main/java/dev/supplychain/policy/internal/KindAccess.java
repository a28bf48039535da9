package dev.supplychain.policy.internal;

import dev.supplychain.policy.ExpressionLanguage;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.kinds.PolicyKinds;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets the parser have a policy of any kind read, without a type of this package in the public signature of a kind. */
public final class KindAccess {
    private static volatile @Nullable Kinds kinds;

    private KindAccess() {}

    /** Reads the {@code spec} of a policy. */
    @FunctionalInterface
    public interface Reader {
        /** The policy; what is wrong with it is reported to the object's issues. */
        Policy read(PolicyHeader header, YamlObject spec);
    }

    /** Knows how each kind is read. */
    public interface Kinds {
        /** Reads a policy of one of the Governor's kinds. */
        Policy read(PolicyHeader header, YamlObject spec);

        /** Reads an expression in one of these languages. */
        Policy readExpression(PolicyHeader header, YamlObject spec, Map<String, ExpressionLanguage> languages);
    }

    /** Called by {@link PolicyKinds} when it is loaded. */
    public static void install(Kinds all) {
        kinds = all;
    }

    /** Reads a policy of the kind that its header names, one of {@link PolicyKinds#evaluated()}. */
    public static Policy read(PolicyHeader header, YamlObject spec) {
        return kinds().read(header, spec);
    }

    /** Reads a policy of kind {@code Expression}. */
    public static Policy readExpression(
            PolicyHeader header, YamlObject spec, Map<String, ExpressionLanguage> languages) {
        return kinds().readExpression(header, spec, languages);
    }

    private static Kinds kinds() {
        if (PolicyKinds.evaluated().isEmpty()) { // loads the class, which installs the readers
            throw new IllegalStateException("there are no kinds");
        }
        return Objects.requireNonNull(kinds);
    }
}
