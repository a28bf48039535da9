package dev.supplychain.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.intoto.InTotoStatement;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** That jqwik finds an arbitrary for each type is part of every property here. */
class ModelArbitrariesProperties {
    @Property
    void bytes_come_back_from_base64(@ForAll Bytes bytes) {
        assertThat(Bytes.parseBase64(bytes.base64())).isEqualTo(bytes);
    }

    @Property
    void digests_come_back_from_their_text(@ForAll Digest digest) {
        assertThat(Digest.parse(digest.toString())).isEqualTo(digest);
    }

    @Property
    void json_comes_back_with_the_same_text(@ForAll Json json) {
        Json read = Json.parse(json.toUtf8());

        assertThat(read).isEqualTo(json);
        assertThat(read).hasToString(json.toString());
    }

    @Property
    void envelopes_come_back_from_both_readers(@ForAll Envelope envelope) {
        assertThat(Envelope.parse(envelope.toJson())).isEqualTo(envelope);
        assertThat(ModelJson.read(envelope.toJson(), Envelope.class)).isEqualTo(envelope);
    }

    @Property
    void envelopes_survive_grafeas(@ForAll Envelope envelope) {
        var stored = dev.supplychain.model.grafeas.v1.Envelope.of(envelope);

        var read = ModelJson.read(ModelJson.write(stored), dev.supplychain.model.grafeas.v1.Envelope.class);

        assertThat(read.toDsse()).isEqualTo(envelope);
    }

    @Property
    void statements_come_back_with_the_same_bytes(@ForAll InTotoStatement statement) {
        InTotoStatement read = InTotoStatement.parse(statement.toJson());

        assertThat(read).isEqualTo(statement);
        assertThat(read.toJson()).isEqualTo(statement.toJson());
    }

    @Property
    void occurrences_come_back(@ForAll Occurrence occurrence) {
        assertThat(ModelJson.read(ModelJson.write(occurrence), Occurrence.class))
                .isEqualTo(occurrence);
    }

    @Property
    void artifact_signatures_come_back_and_are_fit_to_send(@ForAll ArtifactSignature signature) {
        assertThat(ModelJson.read(ModelJson.write(signature), ArtifactSignature.class))
                .isEqualTo(signature);
        assertThat(signature.forCreate()).isEqualTo(signature);
        assertThat(signature.warnings()).isEmpty();
    }

    /** What a newer server adds comes back after the members we know. */
    @Property
    void unknown_members_come_back(@ForAll Occurrence occurrence, @ForAll Json addition) {
        Occurrence newer = Occurrence.builder()
                .from(occurrence)
                .putUnknownFields("x-new", addition)
                .build();

        assertThat(ModelJson.read(ModelJson.write(newer), Occurrence.class)).isEqualTo(newer);
    }
}
