package dev.supplychain.model.governor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.internal.Excerpt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * What one policy says about one attestation.
 *
 * <p>A list of results decides nothing by itself: an empty one, or one that is not applicable throughout, has checked
 * nothing.
 *
 * <pre>{@code
 * {
 *   "labels": {"policy.my-corp.com/gate": "build"},
 *   "status": "satisfied",
 *   "policyUri": "/policies/BuildTool/only-gradle-builds",
 *   "policyDescription": "Ensure only Gradle is used as the build tool.",
 *   "policyRemediation": "Use Gradle as the build tool.",
 *   "attestationUri": "/packages/maven/com.example/my-app/1.0.0/sha256:73f4…/attestations/s3:prod/uuid",
 *   "sourcedFromUri": null,
 *   "details": {"buildTool": "Gradle"}
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = PolicyScanResult.Builder.class)
@JsonPropertyOrder({
    "labels",
    "status",
    "policyUri",
    "policyDescription",
    "policyRemediation",
    "attestationUri",
    "sourcedFromUri",
    "details"
})
public interface PolicyScanResult extends Message {
    /** The result's labels: the policy's {@code spec.resultsLabels}, not the labels that select it. */
    @JsonDeserialize(converter = OlderMaps.OfText.class)
    Map<String, String> labels();

    /** How it went. */
    Status status();

    /** The policy, as {@code /policies/{Kind}/{name}}. */
    String policyUri();

    /** What the policy checks. */
    Optional<String> policyDescription();

    /** What would satisfy the policy. */
    Optional<String> policyRemediation();

    /**
     * The attestation that was judged, relative to the server's base URL; absent (in JSON null) when the policy looks at
     * all attestations together, or when a server older than 1.1 names its store in {@code attestationStoreUri} instead.
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    Optional<String> attestationUri();

    /** Where the attestation's data came from, such as a Build Scan; absent (in JSON null) when that is not known. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    Optional<String> sourcedFromUri();

    /** What the policy found; its members depend on the policy's kind. */
    @JsonDeserialize(converter = OlderMaps.OfJson.class)
    Map<String, Json> details();

    /**
     * Reads the answer of a policy scan, a JSON array.
     *
     * @throws MalformedDataException when it is not a JSON array of results; an unknown status makes it so
     */
    static List<PolicyScanResult> parseList(byte[] json) {
        return parseList(Json.parse(json));
    }

    /**
     * {@link #parseList(byte[])} of an answer that is parsed already.
     *
     * @throws MalformedDataException when it is not a JSON array of results; an unknown status makes it so
     */
    static List<PolicyScanResult> parseList(Json answer) {
        List<Json> elements = answer.elements();
        return IntStream.range(0, elements.size())
                .mapToObj(i -> read(elements.get(i), "/" + i))
                .toList();
    }

    private static PolicyScanResult read(Json result, String place) {
        try {
            return ModelJson.read(result, PolicyScanResult.class);
        } catch (MalformedDataException e) {
            throw e.within("policy scan results", place + e.place());
        }
    }

    /** The JSON array of these results, as a server answers it. */
    static byte[] toJson(List<PolicyScanResult> results) {
        return Json.array(results.stream().map(ModelJson::toJson).toList()).toUtf8();
    }

    /** Starts one; the status and the policy are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PolicyScanResult}. */
    final class Builder extends ImmutablePolicyScanResult.Builder {
        Builder() {}
    }

    /** How a policy fits an attestation. */
    enum Status {
        /** The attestation is as the policy wants it. */
        SATISFIED,
        /** The attestation is not as the policy wants it. */
        UNSATISFIED,
        /** The attestation does not say what the policy is about: nothing was checked. */
        NOT_APPLICABLE;

        private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /**
         * The status of this name in any case, with {@code _} or {@code -}: servers differ.
         *
         * @throws MalformedDataException when there is none of that name
         */
        @JsonCreator
        public static Status parse(String text) {
            String name = text.toLowerCase(Locale.ROOT).replace('_', '-');
            for (Status status : values()) {
                if (status.text.equals(name)) {
                    return status;
                }
            }
            throw new MalformedDataException(
                    "status", "", Excerpt.quoted(text) + " is not satisfied, unsatisfied or not-applicable");
        }

        /** The name in JSON, such as {@code not-applicable}. */
        @JsonValue
        public String text() {
            return text;
        }
    }
}
