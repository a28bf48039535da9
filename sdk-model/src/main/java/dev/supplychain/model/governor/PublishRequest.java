package dev.supplychain.model.governor;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Which builds made a package, so that the Governor attests what they did.
 *
 * <pre>{@code
 * {
 *   "sha256": "df9b564df8de07153224faa58da743ca6bc281610a6dbbec772535de19bd06e2",
 *   "repositoryUrl": "repo.example.com/docker",
 *   "buildScan": {"ids": ["bjvognekiphus"]}
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = PublishRequest.Builder.class)
@JsonPropertyOrder({"sha256", "repositoryUrl", "buildScan", "annotations"})
public interface PublishRequest extends Message {
    /** The package's SHA-256: 64 lower-case hexadecimal digits. */
    String sha256();

    /**
     * Where the package lies, as given: an OCI repository without scheme ({@code repo.example.com/docker}), a Maven
     * repository with one ({@code https://repo.example.com/maven2}).
     */
    String repositoryUrl();

    /** The builds. */
    BuildScan buildScan();

    /**
     * What fact connectors match, and what they are told; it stays with the subject of every attestation. Servers older than
     * 1.9 do not know it.
     */
    Map<String, String> annotations();

    /** Starts one; the digest, the repository and the builds are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PublishRequest}. */
    final class Builder extends ImmutablePublishRequest.Builder {
        Builder() {}

        /**
         * The package's digest.
         *
         * @throws IllegalArgumentException when it is not a {@code sha256}
         */
        public Builder sha256(Digest digest) {
            return sha256(BareSha256.of(digest));
        }

        /**
         * The request; a {@code sha256:} before the digest is taken off.
         *
         * @throws IllegalStateException when the digest, the repository or the builds are missing
         * @throws IllegalArgumentException when the digest is not 64 hexadecimal digits
         */
        @Override
        public PublishRequest build() {
            PublishRequest asGiven = super.build();
            String bare = BareSha256.of(asGiven.sha256());
            return bare.equals(asGiven.sha256()) ? asGiven : sha256(bare).build();
        }
    }

    /** Builds by Build Scan id, by query, or both; at least one of either. */
    @Value.Immutable
    @JsonDeserialize(builder = BuildScan.Builder.class)
    @JsonPropertyOrder({"ids", "queries"})
    interface BuildScan extends Message {
        /** Build Scan ids, such as {@code bjvognekiphus}. */
        List<String> ids();

        /** Queries in Develocity's advanced search syntax, such as {@code project:my-app tag:CI}. */
        List<String> queries();

        /**
         * The builds with these Build Scan ids.
         *
         * @throws IllegalStateException when there is none
         * @throws IllegalArgumentException when one is blank
         */
        static BuildScan ofIds(String... ids) {
            return builder().addIds(ids).build();
        }

        /**
         * The builds that these queries find.
         *
         * @throws IllegalStateException when there is none
         * @throws IllegalArgumentException when one is blank
         */
        static BuildScan ofQueries(String... queries) {
            return builder().addQueries(queries).build();
        }

        /** Starts an empty one; it needs at least one id or query. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link BuildScan}. */
        final class Builder extends ImmutableBuildScan.Builder {
            Builder() {}

            /**
             * The builds.
             *
             * @throws IllegalStateException when there is no id and no query
             * @throws IllegalArgumentException when one is blank
             */
            @Override
            public BuildScan build() {
                BuildScan builds = super.build();
                // The server takes empty criteria and publishes nothing.
                if (builds.ids().isEmpty() && builds.queries().isEmpty()) {
                    throw new IllegalStateException("buildScan needs at least one id or query");
                }
                if (Stream.concat(builds.ids().stream(), builds.queries().stream())
                        .anyMatch(String::isBlank)) {
                    throw new IllegalArgumentException("buildScan has a blank id or query");
                }
                return builds;
            }
        }
    }
}
