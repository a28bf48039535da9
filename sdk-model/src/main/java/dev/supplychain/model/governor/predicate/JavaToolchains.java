package dev.supplychain.model.governor.predicate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which JDKs the build used.
 *
 * <pre>{@code
 * {
 *   "buildScanUri": "https://develocity.example.com/s/bjvognekiphus",
 *   "toolchains": [{"vendor": "Eclipse Adoptium", "versions": ["17.0.12"]}]
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = JavaToolchains.Builder.class)
@JsonPropertyOrder({"buildScanUri", "toolchains"})
public interface JavaToolchains extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://gradle.com/attestation/java-toolchains/v1";

    /** Where the Build Scan is read. */
    Optional<String> buildScanUri();

    /** The JDKs, by vendor. */
    List<Toolchain> toolchains();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JavaToolchains}. */
    final class Builder extends ImmutableJavaToolchains.Builder {
        Builder() {}
    }

    /** The JDKs of one vendor. */
    @Value.Immutable
    @JsonDeserialize(builder = Toolchain.Builder.class)
    @JsonPropertyOrder({"vendor", "versions"})
    interface Toolchain extends Message {
        /** Who made the JDK, as it names itself, such as {@code Oracle Corporation}. */
        Optional<String> vendor();

        /** The versions used. */
        List<String> versions();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Toolchain}. */
        final class Builder extends ImmutableToolchain.Builder {
            Builder() {}
        }
    }
}
