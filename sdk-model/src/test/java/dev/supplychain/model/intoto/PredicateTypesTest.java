package dev.supplychain.model.intoto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.governor.predicate.BuildTool;
import dev.supplychain.model.slsa.Provenance;
import dev.supplychain.model.slsa.ProvenanceV01;
import dev.supplychain.model.slsa.ProvenanceV02;
import dev.supplychain.model.slsa.VerificationSummary;
import dev.supplychain.model.slsa.VerificationSummaryV02;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredicateTypesTest {
    @Test
    void names_every_type_once() throws IllegalAccessException {
        List<String> types = new ArrayList<>();
        for (Field field : PredicateTypes.class.getFields()) {
            types.add((String) field.get(null));
        }

        assertThat(types).doesNotHaveDuplicates().hasSize(30).allMatch(type -> type.startsWith("https://"));
    }

    @Test
    void agrees_with_the_types_of_this_library() {
        assertThat(PredicateTypes.SLSA_PROVENANCE_V1).isEqualTo(Provenance.PREDICATE_TYPE);
        assertThat(PredicateTypes.SLSA_PROVENANCE_V0_2).isEqualTo(ProvenanceV02.PREDICATE_TYPE);
        assertThat(PredicateTypes.SLSA_PROVENANCE_V0_1).isEqualTo(ProvenanceV01.PREDICATE_TYPE);
        assertThat(PredicateTypes.SLSA_VERIFICATION_SUMMARY_V1).isEqualTo(VerificationSummary.PREDICATE_TYPE);
        assertThat(PredicateTypes.SLSA_VERIFICATION_SUMMARY_V0_2).isEqualTo(VerificationSummaryV02.PREDICATE_TYPE);
        assertThat(PredicateTypes.LINK_V0_3).isEqualTo(Link.PREDICATE_TYPE);
        assertThat(BuildTool.PREDICATE_TYPE).startsWith(PredicateTypes.GRADLE_PREFIX);
    }
}
