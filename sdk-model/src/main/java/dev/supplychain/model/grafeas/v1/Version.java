package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A package version split into its parts, or one of two sentinels for the smallest and the largest version.
 *
 * <p>Proto: {@code grafeas.v1.Version}.
 */
@Value.Immutable
@JsonDeserialize(builder = Version.Builder.class)
@JsonPropertyOrder({"epoch", "name", "revision", "kind", "fullName", "inclusive"})
public interface Version extends Message {
    /** Epoch, which outranks all other parts when versions are compared; absent means 0. */
    OptionalInt epoch();

    /** Main part of the version; required when the kind is {@code NORMAL}. */
    Optional<String> name();

    /** Revision of the package build; absent when the packaging has none. */
    Optional<String> revision();

    /** Whether this is a real version or a sentinel. */
    @Value.Default
    default OpenEnum<VersionKind> kind() {
        return OpenEnum.of(VersionKind.VERSION_KIND_UNSPECIFIED);
    }

    /** The whole version as text, in the form epoch, colon, name, hyphen, revision; only with kind {@code NORMAL}. */
    Optional<String> fullName();

    /** True if the version itself belongs to the range that it bounds. */
    @Value.Default
    default boolean inclusive() {
        return false;
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether a version is a real one or a sentinel. */
    enum VersionKind {
        /** Not given. */
        VERSION_KIND_UNSPECIFIED,

        /** A real version. */
        NORMAL,

        /** Smaller than every real version. */
        MINIMUM,

        /** Larger than every real version; as a fixed version it means that there is no fix. */
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
