package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import org.immutables.value.Value;

/**
 * Body for summarising the packages of a resource. It has no fields; the resource is given in the request path.
 *
 * <p>Proto: {@code google.devtools.containeranalysis.v1beta1.GeneratePackagesSummaryRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = GeneratePackagesSummaryRequest.Builder.class)
public interface GeneratePackagesSummaryRequest extends Message {
    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link GeneratePackagesSummaryRequest}. */
    final class Builder extends ImmutableGeneratePackagesSummaryRequest.Builder {
        Builder() {}
    }
}
