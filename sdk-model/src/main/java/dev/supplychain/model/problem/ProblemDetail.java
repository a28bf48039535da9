package dev.supplychain.model.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Why an HTTP service refused a request, in a body of type {@code application/problem+json}.
 *
 * <p>Every member may be missing, and one of the wrong type counts as missing, as RFC 9457 asks of readers. Members that
 * the service adds stand at the top level, or, from Spring's older servers, under {@code properties}: {@link #extension}
 * finds both.
 *
 * <pre>{@code
 * {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "Policy scan 'build-gate' not found"}
 * }</pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3">RFC 9457, section 3</a>
 */
@Value.Immutable
@JsonDeserialize(builder = ProblemDetail.Builder.class)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
public interface ProblemDetail extends Message {
    /** A URI that names the kind of problem; absent stands for {@code about:blank}, which says no more than the status. */
    @JsonDeserialize(converter = IfString.class)
    Optional<String> type();

    /** A short name of the kind of problem, the same for all of its kind. */
    @JsonDeserialize(converter = IfString.class)
    Optional<String> title();

    /** The HTTP status as the origin server sent it; a proxy may have changed that of the answer. */
    @JsonDeserialize(converter = IfStatus.class)
    OptionalInt status();

    /** What went wrong this time. */
    @JsonDeserialize(converter = IfString.class)
    Optional<String> detail();

    /** A URI reference that names this occurrence of the problem. */
    @JsonDeserialize(converter = IfString.class)
    Optional<String> instance();

    /** A member that the service added, at the top level or under {@code properties}; absent when neither has it. */
    default Optional<Json> extension(String name) {
        return Optional.ofNullable(unknownFields().get(name))
                .filter(value -> !value.isNull())
                .or(() -> Optional.ofNullable(unknownFields().get("properties")).flatMap(p -> p.get(name)));
    }

    /** Starts an empty one; {@code putUnknownFields} adds extensions. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProblemDetail}. */
    final class Builder extends ImmutableProblemDetail.Builder {
        Builder() {}
    }
}
