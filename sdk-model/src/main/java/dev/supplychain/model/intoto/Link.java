package dev.supplychain.model.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That one step of a supply chain was carried out: which command, on what. What came out is the subject of the
 * statement.
 *
 * <p>Statements with the older predicate type {@code https://in-toto.io/Link/v1} hold materials in another shape and do
 * not fit.
 *
 * <pre>{@code
 * {"name": "build",
 *  "command": ["mvn", "package"],
 *  "materials": [{"name": "pom.xml", "digest": {"sha256": "9f86d0…"}}],
 *  "byproducts": {"return-value": 0}}
 * }</pre>
 *
 * @see <a href="https://github.com/in-toto/attestation/blob/main/spec/predicates/link.md">in-toto Link v0.3</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Link.Builder.class)
@JsonPropertyOrder({"name", "command", "materials", "byproducts", "environment"})
public interface Link extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://in-toto.io/attestation/link/v0.3";

    /** The name of the step, by which a layout refers to it. */
    String name();

    /** The command and its arguments; empty when it is not told. */
    List<String> command();

    /** What went into the step; each has a name of its own and a digest. */
    List<ResourceDescriptor> materials();

    /** What else the step produced, such as its output and exit code, an object. */
    Optional<Json> byproducts();

    /** Where the step was carried out, an object. */
    Optional<Json> environment();

    /** Starts one; the name is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Link}. */
    final class Builder extends ImmutableLink.Builder {
        Builder() {}
    }
}
