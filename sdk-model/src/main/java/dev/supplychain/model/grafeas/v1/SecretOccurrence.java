package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.List;
import org.immutables.value.Value;

/**
 * A secret that was found in a resource: its type, its places, and whether it still works. The secret itself is not
 * included.
 *
 * <p>Proto: {@code grafeas.v1.SecretOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = SecretOccurrence.Builder.class)
@JsonPropertyOrder({"kind", "locations", "statuses"})
public non-sealed interface SecretOccurrence extends Message, Occurrence.Details {
    /** What sort of secret it is. */
    @Value.Default
    default OpenEnum<SecretKind> kind() {
        return OpenEnum.of(SecretKind.SECRET_KIND_UNSPECIFIED);
    }

    /** Where the secret was found. */
    List<SecretLocation> locations();

    /** What is known about the secret's validity, with times. */
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
