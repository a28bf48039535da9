package dev.supplychain.model.grafeas.v1beta1.image;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Image layer and the Dockerfile line that made it. Here the directive is an enum, unlike in v1.
 *
 * <p>Proto: {@code grafeas.v1beta1.image.Layer}.
 */
@Value.Immutable
@JsonDeserialize(builder = Layer.Builder.class)
@JsonPropertyOrder({"directive", "arguments"})
public interface Layer extends Message {
    /** Required. Dockerfile keyword. */
    @Value.Default
    default OpenEnum<Directive> directive() {
        return OpenEnum.of(Directive.DIRECTIVE_UNSPECIFIED);
    }

    /** Rest of the Dockerfile line. */
    Optional<String> arguments();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Dockerfile keywords. */
    enum Directive {
        /** Not set, or a keyword not listed here. */
        DIRECTIVE_UNSPECIFIED,

        /** {@code MAINTAINER}, names the author; obsolete in Docker. */
        MAINTAINER,

        /** {@code RUN}, executes a command during the build. */
        RUN,

        /** {@code CMD}, sets the default command. */
        CMD,

        /** {@code LABEL}, adds metadata. */
        LABEL,

        /** {@code EXPOSE}, declares a port. */
        EXPOSE,

        /** {@code ENV}, sets an environment variable. */
        ENV,

        /** {@code ADD}, adds files, archives or URLs. */
        ADD,

        /** {@code COPY}, adds files. */
        COPY,

        /** {@code ENTRYPOINT}, sets the program to start. */
        ENTRYPOINT,

        /** {@code VOLUME}, declares a mount point. */
        VOLUME,

        /** {@code USER}, sets the user. */
        USER,

        /** {@code WORKDIR}, sets the working directory. */
        WORKDIR,

        /** {@code ARG}, declares a build argument. */
        ARG,

        /** {@code ONBUILD}, defers a line to derived images. */
        ONBUILD,

        /** {@code STOPSIGNAL}, sets the signal that stops the container. */
        STOPSIGNAL,

        /** {@code HEALTHCHECK}, says how to test the container. */
        HEALTHCHECK,

        /** {@code SHELL}, sets the shell for commands. */
        SHELL
    }

    /** Builds a {@link Layer}. */
    final class Builder extends ImmutableLayer.Builder {
        Builder() {}

        /** Sets {@link Layer#directive()} to a known constant. */
        public Builder directive(Directive directive) {
            return directive(OpenEnum.of(directive));
        }
    }
}
