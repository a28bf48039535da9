package dev.supplychain.model.endor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.UnknownFields;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EndorRequestProperties {
    @Property(tries = 200)
    void list_answers_survive(@ForAll("pages") ListArtifactSignaturesResponse answer) {
        assertSurvives(answer, ListArtifactSignaturesResponse.class);
    }

    @Property(tries = 200)
    void updates_survive(@ForAll("updates") UpdateArtifactSignatureRequest request) {
        assertSurvives(request, UpdateArtifactSignatureRequest.class);
    }

    @Property(tries = 200)
    void operations_survive(@ForAll("operations") ArtifactOperation operation) {
        assertSurvives(operation, ArtifactOperation.class);
    }

    @Property
    void a_text_in_a_filter_stays_within_its_quotes(@ForAll("texts") String text) {
        String filter = ListFilter.equal("meta.name", text).toString();

        String quoted = filter.substring("meta.name==".length());
        assertThat(quoted).startsWith("\"").endsWith("\"");
        String inner = quoted.substring(1, quoted.length() - 1);
        assertThat(inner.replace("\\\\", "").replace("\\\"", ""))
                .doesNotContain("\"")
                .doesNotContain("\\");
        assertThat(inner.replaceAll("\\\\(.)", "$1")).isEqualTo(text);
    }

    private static <T extends Message> void assertSurvives(T message, Class<T> type) {
        byte[] json = ModelJson.write(message);

        T read = ModelJson.read(json, type);

        assertThat(read).isEqualTo(message);
        assertThat(ModelJson.write(read)).isEqualTo(json);
    }

    @Provide
    static Arbitrary<ListArtifactSignaturesResponse> pages() {
        return Combinators.combine(
                        EndorProperties.answers().list().ofMaxSize(2),
                        Arbitraries.integers(),
                        JsonArbitraries.text().optional(),
                        JsonArbitraries.members(),
                        UnknownFields.any())
                .as((objects, token, id, groups, unknown) -> ListArtifactSignaturesResponse.builder()
                        .list(ArtifactSignatureList.builder()
                                .objects(objects)
                                .response(ListResponse.builder()
                                        .nextPageToken(OptionalInt.of(token))
                                        .nextPageId(id)
                                        .unknownFields(unknown)
                                        .build())
                                .unknownFields(unknown)
                                .build())
                        .countResponse(CountResponse.builder()
                                .count(token)
                                .unknownFields(unknown)
                                .build())
                        .groupResponse(GroupResponse.builder()
                                .groups(groups)
                                .unknownFields(unknown)
                                .build())
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<UpdateArtifactSignatureRequest> updates() {
        return Combinators.combine(
                        EndorProperties.answers(), JsonArbitraries.text().optional(), UnknownFields.any())
                .as((object, mask, unknown) -> UpdateArtifactSignatureRequest.builder()
                        .object(object)
                        .request(UpdateArtifactSignatureRequest.UpdateRequest.builder()
                                .updateMask(mask)
                                .force(mask.isPresent())
                                .unknownFields(unknown)
                                .build())
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<ArtifactOperation> operations() {
        Arbitrary<OpenEnum<ArtifactOperationResult>> results = Arbitraries.oneOf(
                Arbitraries.of(ArtifactOperationResult.values()).map(OpenEnum::of),
                JsonArbitraries.text()
                        .filter(text -> !text.isEmpty() && !Character.isDigit(text.charAt(0)) && text.charAt(0) != '-')
                        .filter(text -> !text.endsWith("_UNSPECIFIED"))
                        .map(text -> OpenEnum.parse(ArtifactOperationResult.class, text)));
        return Combinators.combine(results, JsonArbitraries.text().optional(), UnknownFields.any())
                .as((result, name, unknown) -> ArtifactOperation.builder()
                        .spec(ArtifactOperationSpec.builder()
                                .command(ArtifactOperationCommand.ARTIFACT_OPERATION_COMMAND_VERIFY)
                                .artifactName(name)
                                .unknownFields(unknown)
                                .build())
                        .response(ArtifactOperationResponse.builder()
                                .result(result)
                                .unknownFields(unknown)
                                .build())
                        .uuid(name)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<String> texts() {
        return JsonArbitraries.text().filter(text -> text.chars().noneMatch(c -> c == '\n' || c == '\r'));
    }
}
