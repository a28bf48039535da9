package dev.supplychain.model.governor.predicate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known about the packages that a build resolved: newer versions, licences, vulnerabilities.
 *
 * <pre>{@code
 * {
 *   "forAttestationUri": "/packages/maven/com.example/my-app/1.0.0/sha256:73f4…/attestations/s3:prod/uuid",
 *   "sourcedFromUrn": "urn:basic-identity:ci",
 *   "verifiedTime": "2026-03-31T08:00:00Z",
 *   "purls": {
 *     "pkg:maven/com.example/lib@1.2.0": {
 *       "versions": {"current": "1.2.0", "latestPatch": {"version": "1.2.7"}},
 *       "licenses": ["Apache-2.0"],
 *       "vulnerabilities": [{"id": "CVE-2021-44228", "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}]}]
 *     }
 *   }
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = DependencyInsights.Builder.class)
@JsonPropertyOrder({"forAttestationUri", "sourcedFromUrn", "verifiedTime", "purls"})
public interface DependencyInsights extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://policies.gradle.com/dependency-insights/v1";

    /** The attestation that names the packages. */
    Optional<String> forAttestationUri();

    /** Who asked: {@code urn:oidc:…} or {@code urn:basic-identity:…}. */
    Optional<String> sourcedFromUrn();

    /** When this was known. */
    Optional<Timestamp> verifiedTime();

    /** The packages by their package URLs. */
    Map<String, Insight> purls();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DependencyInsights}. */
    final class Builder extends ImmutableDependencyInsights.Builder {
        Builder() {}
    }

    /**
     * What is known about one package.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Insight.Builder.class)
    @JsonPropertyOrder({"versions", "licenses", "vulnerabilities"})
    interface Insight extends Message {
        /** The version in use and newer ones. */
        Optional<Versions> versions();

        /** The licences, such as {@code Apache-2.0}. */
        List<String> licenses();

        /** The known vulnerabilities of the version in use. */
        List<Vulnerability> vulnerabilities();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Insight}. */
        final class Builder extends ImmutableInsight.Builder {
            Builder() {}
        }
    }

    /**
     * The version in use and those that could be used instead.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Versions.Builder.class)
    @JsonPropertyOrder({"current", "latestPatch", "latestMinor", "latestMajor"})
    interface Versions extends Message {
        /** The version in use. */
        Optional<String> current();

        /** The newest of the same major and minor version. */
        Optional<Upgrade> latestPatch();

        /** The newest of the same major version. */
        Optional<Upgrade> latestMinor();

        /** The newest of all. */
        Optional<Upgrade> latestMajor();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Versions}. */
        final class Builder extends ImmutableVersions.Builder {
            Builder() {}
        }
    }

    /**
     * A version that could be used instead.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Upgrade.Builder.class)
    @JsonPropertyOrder({"version", "publishedTime", "vulnerabilitiesRemainingAfterUpgrade"})
    interface Upgrade extends Message {
        /** The version. */
        Optional<String> version();

        /** When it was published. */
        Optional<Timestamp> publishedTime();

        /** Which known vulnerabilities it has too, or how many: the vendor does not document the form. */
        Optional<Json> vulnerabilitiesRemainingAfterUpgrade();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Upgrade}. */
        final class Builder extends ImmutableUpgrade.Builder {
            Builder() {}
        }
    }

    /**
     * A known vulnerability of a version.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Vulnerability.Builder.class)
    @JsonPropertyOrder({"id", "summary", "severity"})
    interface Vulnerability extends Message {
        /** The id, such as {@code CVE-2021-44228}. */
        Optional<String> id();

        /** What it is, in a sentence. */
        Optional<String> summary();

        /** How bad it is, once per scheme. */
        List<Severity> severity();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Vulnerability}. */
        final class Builder extends ImmutableVulnerability.Builder {
            Builder() {}
        }
    }

    /**
     * How bad a vulnerability is, by one scheme.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Severity.Builder.class)
    @JsonPropertyOrder({"type", "score"})
    interface Severity extends Message {
        /** The scheme, such as {@code CVSS_V3}. */
        Optional<String> type();

        /** The score in that scheme: a text such as a CVSS vector, or a number. */
        Optional<Json> score();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Severity}. */
        final class Builder extends ImmutableSeverity.Builder {
            Builder() {}
        }
    }
}
