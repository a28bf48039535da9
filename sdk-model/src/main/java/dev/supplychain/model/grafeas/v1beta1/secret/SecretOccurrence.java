package dev.supplychain.model.grafeas.v1beta1.secret;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.List;
import org.immutables.value.Value;

/**
 * Credential found in a resource, where it was found, and whether it still works. The credential itself is not
 * included.
 *
 * <p>Proto: {@code grafeas.v1beta1.secret.SecretOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = SecretOccurrence.Builder.class)
@JsonPropertyOrder({"kind", "locations", "statuses"})
public non-sealed interface SecretOccurrence extends Message, Occurrence.KindDetails {
    /** Required. Sort of credential. */
    @Value.Default
    default OpenEnum<SecretKind> kind() {
        return OpenEnum.of(SecretKind.SECRET_KIND_UNSPECIFIED);
    }

    /** Where it was found. */
    List<SecretLocation> locations();

    /** Whether it was valid, at different times. */
    List<SecretStatus> statuses();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SecretOccurrence}. */
    final class Builder extends ImmutableSecretOccurrence.Builder {
        Builder() {}

        /** Sets {@link SecretOccurrence#kind()} to a known constant. */
        public Builder kind(SecretKind kind) {
            return kind(OpenEnum.of(kind));
        }
    }
}
