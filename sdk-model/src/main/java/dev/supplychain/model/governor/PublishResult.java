package dev.supplychain.model.governor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.problem.ProblemDetail;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the Governor answers to a publish request, in one of three shapes: its documentation has two, its GitHub action
 * meets the third.
 *
 * <pre>{@code
 * PublishResult result = PublishResult.parse(body);
 * if (result instanceof PublishResult.Stored stored) {
 *     stored.successes().forEach(attestation -> log(attestation.storeUri()));
 * }
 * }</pre>
 */
public sealed interface PublishResult {
    /**
     * Reads the answer of a publish request.
     *
     * @throws MalformedDataException when it has none of the three shapes
     */
    static PublishResult parse(byte[] json) {
        return parse(Json.parse(json));
    }

    /**
     * {@link #parse(byte[])} of an answer that is parsed already.
     *
     * @throws MalformedDataException when it has none of the three shapes
     */
    static PublishResult parse(Json answer) {
        if (answer.kind() == Json.Kind.ARRAY) {
            return new Results(PolicyScanResult.parseList(answer));
        }
        if (answer.get("successes").isPresent() || answer.get("errors").isPresent()) {
            return ModelJson.read(answer, Stored.class);
        }
        if (answer.get("status").filter(s -> s.kind() == Json.Kind.STRING).isPresent()) {
            return ModelJson.read(answer, Accepted.class);
        }
        throw new MalformedDataException(
                "publish result", "", "is no array and has neither successes or errors nor a status text");
    }

    /**
     * Reads one line of a streamed answer: a policy result, an attestation that was stored, or one of the three shapes.
     *
     * @return the result with that one element
     * @throws MalformedDataException when it is none of these
     */
    static PublishResult parseItem(Json line) {
        if (line.get("policyUri").isPresent()) {
            return new Results(List.of(ModelJson.read(line, PolicyScanResult.class)));
        }
        if (line.get("storeRequest").isPresent() || line.get("storeResponse").isPresent()) {
            return Stored.builder()
                    .addSuccesses(ModelJson.read(line, StoredAttestation.class))
                    .build();
        }
        return parse(line);
    }

    /** The answer as JSON. */
    byte[] toJson();

    /**
     * The answer is a list of policy results.
     *
     * @param results one per policy and attestation; may be empty
     */
    record Results(List<PolicyScanResult> results) implements PublishResult {
        /** Copies the list. */
        public Results {
            results = List.copyOf(results);
        }

        @Override
        public byte[] toJson() {
            return PolicyScanResult.toJson(results);
        }
    }

    /**
     * The answer says that the request was taken.
     *
     * <pre>{@code
     * {"status": "SUCCESS", "details": {"store": "attestation-store-1"}}
     * }</pre>
     */
    @Value.Immutable
    @JsonDeserialize(builder = Accepted.Builder.class)
    @JsonPropertyOrder({"status", "details"})
    non-sealed interface Accepted extends PublishResult, Message {
        /** The outcome, such as {@code SUCCESS}. */
        String status();

        /** More about it, such as the {@code store}. */
        Optional<Json> details();

        @Override
        default byte[] toJson() {
            return ModelJson.write(this);
        }

        /** Starts one; the status is required. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Accepted}. */
        final class Builder extends ImmutableAccepted.Builder {
            Builder() {}
        }
    }

    /** The answer lists the attestations that were made and what failed. */
    @Value.Immutable
    @JsonDeserialize(builder = Stored.Builder.class)
    @JsonPropertyOrder({"request", "successes", "errors"})
    non-sealed interface Stored extends PublishResult, Message {
        /** The request as the Governor understood it: {@code uri}, {@code pkg} and {@code criteria}. */
        Optional<Json> request();

        /** The attestations that were made; written even when there is none. */
        @JsonInclude(JsonInclude.Include.ALWAYS)
        List<StoredAttestation> successes();

        /**
         * What failed, with the {@code status}, {@code message}, {@code headers} and {@code body} of the store; written
         * even when nothing did.
         */
        @JsonInclude(JsonInclude.Include.ALWAYS)
        List<Json> errors();

        /**
         * What was published before a request failed: the Governor says it in the body of status 500. Publishing again
         * without looking there makes second attestations.
         *
         * @return absent when the problem says nothing about attestations
         * @throws MalformedDataException when what it says cannot be read
         */
        static Optional<Stored> of(ProblemDetail problem) {
            Optional<Json> successes = problem.extension("successes");
            Optional<Json> errors = problem.extension("errors");
            if (successes.isEmpty() && errors.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(builder()
                    .request(problem.extension("request"))
                    .addAllSuccesses(successes.map(Json::elements).orElse(List.of()).stream()
                            .map(success -> ModelJson.read(success, StoredAttestation.class))
                            .toList())
                    .addAllErrors(errors.map(Json::elements).orElse(List.of()))
                    .build());
        }

        @Override
        default byte[] toJson() {
            return ModelJson.write(this);
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Stored}. */
        final class Builder extends ImmutableStored.Builder {
            Builder() {}
        }
    }
}
