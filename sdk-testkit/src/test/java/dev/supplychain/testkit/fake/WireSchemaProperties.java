package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.grafeas.v1.Occurrence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the model writes, judged by the services' own descriptions. */
class WireSchemaProperties {
    private static final WireSchema GRAFEAS = WireSchema.load("grafeas-v1.json");
    private static final WireSchema ENDOR = WireSchema.load("endor.json");

    @Property
    void nothing_is_lost_of_an_occurrence(@ForAll Occurrence occurrence) {
        Json sent = ModelJson.toJson(occurrence);

        assertThat(GRAFEAS.read("Occurrence", "occurrence", sent)).isEqualTo(sent);
    }

    @Property
    void nothing_is_lost_of_an_artifact_signature(@ForAll ArtifactSignature signature) {
        Json sent = ModelJson.toJson(signature.forCreate());

        assertThat(ENDOR.read("ArtifactSignatureServiceCreateArtifactSignatureBody", "body", sent))
                .isEqualTo(sent);
    }
}
