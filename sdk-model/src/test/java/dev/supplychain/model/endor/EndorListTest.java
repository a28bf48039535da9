package dev.supplychain.model.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonElements;
import dev.supplychain.model.ModelJson;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndorListTest {
    private static final String PAGE =
            "{\"list\":{\"objects\":[{\"uuid\":\"1\"},{\"meta\":{\"name\":\"n\"},\"uuid\":\"2\"}],"
                    + "\"response\":{\"next_page_token\":2,\"next_page_id\":\"2\"}}}";

    @Test
    void writes_the_parameters_that_are_set() {
        ListParameters parameters = ListParameters.builder()
                .filter(ListFilter.equal("spec.artifact_type", ArtifactType.ARTIFACT_TYPE_JAR))
                .addMask("uuid", "meta.name")
                .pageSize(100)
                .sortPath("meta.create_time")
                .sortOrder(ListParameters.SortOrder.SORT_ENTRY_ORDER_DESC)
                .count(true)
                .traverse(true)
                .fromDate(Instant.EPOCH)
                .addGroupAggregationPaths("spec.artifact_type")
                .putGroupByTime("interval", "GROUP_BY_TIME_INTERVAL_DAY")
                .build();

        assertThat(parameters.query().toString())
                .isEqualTo("{list_parameters.filter=spec.artifact_type==ARTIFACT_TYPE_JAR,"
                        + " list_parameters.mask=uuid,meta.name,"
                        + " list_parameters.page_size=100,"
                        + " list_parameters.sort.path=meta.create_time,"
                        + " list_parameters.sort.order=SORT_ENTRY_ORDER_DESC,"
                        + " list_parameters.count=true,"
                        + " list_parameters.traverse=true,"
                        + " list_parameters.from_date=1970-01-01T00:00:00Z,"
                        + " list_parameters.group.aggregation_paths=spec.artifact_type,"
                        + " list_parameters.group_by_time.interval=GROUP_BY_TIME_INTERVAL_DAY}");
        assertThat(ListParameters.builder().build().query()).isEmpty();
    }

    @Test
    void goes_to_the_next_page_by_id_first() {
        ListParameters first = ListParameters.builder().pageSize(2).build();

        ListParameters second = first.next(response("{\"next_page_token\":2,\"next_page_id\":\"x\"}"))
                .orElseThrow();

        assertThat(second.query()).containsEntry("list_parameters.page_id", "x").hasSize(2);
        assertThat(second.next(response("{\"next_page_token\":4}"))
                        .orElseThrow()
                        .query())
                .containsEntry("list_parameters.page_token", "4")
                .hasSize(2);
    }

    @Test
    void ends_at_token_zero_at_null_and_at_a_cursor_that_repeats() {
        ListParameters parameters = ListParameters.builder().pageId("x").build();

        for (String end : List.of(
                "{}",
                "{\"next_page_token\":0}",
                "{\"next_page_token\":null,\"next_page_id\":\"\"}",
                "{\"next_page_id\":\"x\"}")) {
            assertThat(parameters.next(response(end))).as(end).isEmpty();
        }
    }

    @Test
    void reads_pages_counts_and_groups() {
        ListArtifactSignaturesResponse page = ModelJson.read(PAGE, ListArtifactSignaturesResponse.class);
        assertThat(page.list().orElseThrow().objects())
                .extracting(s -> s.uuid().orElse(""))
                .containsExactly("1", "2");
        assertThat(ModelJson.writeText(page)).isEqualTo(PAGE);

        assertThat(ModelJson.read("{\"count_response\":{\"count\":7}}", ListArtifactSignaturesResponse.class)
                        .countResponse()
                        .orElseThrow()
                        .count())
                .hasValue(7);
        assertThat(ModelJson.read(
                                "{\"group_response\":{\"groups\":{\"k\":{\"n\":1}}}}",
                                ListArtifactSignaturesResponse.class)
                        .groupResponse()
                        .orElseThrow()
                        .groups())
                .containsEntry("k", Json.parse("{\"n\":1}"));
    }

    @Test
    void streams_a_page() {
        JsonElements<ArtifactSignature> rows = ModelJson.elements(
                new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)),
                "list.objects",
                ArtifactSignature.class);

        assertThat(rows.next().uuid()).hasValue("1");
        assertThat(rows.next().meta().orElseThrow().name()).hasValue("n");
        assertThat(rows.hasNext()).isFalse();
        assertThat(ModelJson.read(rows.rest(), ListArtifactSignaturesResponse.class)
                        .list()
                        .orElseThrow()
                        .response()
                        .orElseThrow()
                        .nextPageId())
                .hasValue("2");
    }

    @Test
    void quotes_and_escapes_texts_in_filters() {
        assertThat(ListFilter.equal("meta.name", "a\"b\\c")).hasToString("meta.name==\"a\\\"b\\\\c\"");
        assertThat(ListFilter.matches("meta.name", "^a\\d")).hasToString("meta.name matches \"^a\\\\d\"");
        assertThatThrownBy(() -> ListFilter.equal("meta.name==1 or x", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"meta.name==1 or x\"");
        assertThatThrownBy(() -> ListFilter.equal("meta.name", new Object()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writes_every_operator_and_kind_of_value() {
        assertThat(List.of(
                        ListFilter.notEqual("a", 1),
                        ListFilter.less("a", 2L),
                        ListFilter.atMost("a", new BigDecimal("1.50")),
                        ListFilter.greater("a", ListFilter.now(Duration.ofDays(-3))),
                        ListFilter.atLeast("a", ListFilter.date(LocalDate.of(2026, 11, 20))),
                        ListFilter.in("a", List.of("x", "y")),
                        ListFilter.notIn("a", List.of(ArtifactType.ARTIFACT_TYPE_JAR)),
                        ListFilter.contains("meta.tags", List.of("release")),
                        ListFilter.notContains("meta.tags", List.of("x")),
                        ListFilter.exists("a.b"),
                        ListFilter.notExists("a.b"),
                        ListFilter.equal("spec.revoked", true)))
                .extracting(ListFilter::toString)
                .containsExactly(
                        "a!=1",
                        "a<2",
                        "a<=1.50",
                        "a>now(-72h)",
                        "a>=date(2026-11-20)",
                        "a in [\"x\",\"y\"]",
                        "a not in [ARTIFACT_TYPE_JAR]",
                        "meta.tags contains [\"release\"]",
                        "meta.tags not contains [\"x\"]",
                        "a.b exists",
                        "a.b not exists",
                        "spec.revoked==true");
    }

    @Test
    void keeps_together_what_belongs_together() {
        ListFilter either = ListFilter.exists("a").or(ListFilter.exists("b"));

        assertThat(either.and(ListFilter.exists("c"))).hasToString("(a exists or b exists) and c exists");
        assertThat(ListFilter.exists("c").and(either).or(ListFilter.exists("d")))
                .hasToString("c exists and (a exists or b exists) or d exists");
        assertThat(either)
                .isEqualTo(ListFilter.exists("a").or(ListFilter.exists("b")))
                .isNotEqualTo("x");
    }

    private static ListResponse response(String json) {
        return ModelJson.read(json, ListResponse.class);
    }
}
