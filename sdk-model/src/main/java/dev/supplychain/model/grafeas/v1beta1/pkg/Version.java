package dev.supplychain.model.grafeas.v1beta1.pkg;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Package version in comparable parts: epoch, name and revision. It may also stand for plus or minus infinity in a
 * range.
 *
 * <p>Proto: {@code grafeas.v1beta1.package.Version}.
 */
@Value.Immutable
@JsonDeserialize(builder = Version.Builder.class)
@JsonPropertyOrder({"epoch", "name", "revision", "kind", "inclusive"})
public interface Version extends Message {
    /** Counter that outranks the rest of the version, raised to repair a numbering mistake. Absent means 0. */
    OptionalInt epoch();

    /** Main part such as {@code 1.1.1k}; required for kind {@code NORMAL}. */
    Optional<String> name();

    /** Packaging iteration on top of the main version, for example {@code 1+deb11u1}. */
    Optional<String> revision();

    /** Required. Tells ordinary versions from the two ends of a range. */
    @Value.Default
    default OpenEnum<VersionKind> kind() {
        return OpenEnum.of(VersionKind.VERSION_KIND_UNSPECIFIED);
    }

    /** Whether a range bounded by the version contains the version itself. Absent means it does not. */
    @Value.Default
    default boolean inclusive() {
        return false;
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Ordinary versions and the two ends of a version range. */
    enum VersionKind {
        /** Not set. */
        VERSION_KIND_UNSPECIFIED,

        /** Ordinary version, given by the other fields. */
        NORMAL,

        /** Lower than every version; the other fields do not count. */
        MINIMUM,

        /** Higher than every version; as a fix it means that there is none. */
        MAXIMUM
    }

    /** Builds a {@link Version}. */
    final class Builder extends ImmutableVersion.Builder {
        Builder() {}

        /** Sets {@link Version#kind()} to a known constant. */
        public Builder kind(VersionKind kind) {
            return kind(OpenEnum.of(kind));
        }
    }
}
