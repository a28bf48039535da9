package dev.supplychain.model.intoto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.rpc.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InTotoStatementTest {
    private static final Digest DIGEST = Digest.sha256("hello".getBytes(UTF_8));
    private static final String GOOD = "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"a\","
            + "\"digest\":{\"sha256\":\"" + DIGEST.hex() + "\"}}],\"predicateType\":\"p\",\"predicate\":{\"code\":5}}";

    @Test
    void writes_members_in_the_order_of_the_specification() {
        InTotoStatement statement = InTotoStatement.builder()
                .predicateType("p")
                .predicate(Status.builder().code(5).build())
                .addSubject(Subject.of("a", DIGEST))
                .build();

        assertThat(new String(statement.toJson(), UTF_8)).isEqualTo(GOOD);
        assertThat(InTotoStatement.parse(statement.toJson())).isEqualTo(statement);
    }

    @Test
    void reads_the_predicate_as_a_message() {
        assertThat(parse(GOOD).predicateAs(Status.class).code()).hasValue(5);
    }

    @Test
    void says_that_there_is_no_predicate() {
        assertThatThrownBy(() ->
                        parse(GOOD.replace(",\"predicate\":{\"code\":5}", "")).predicateAs(Status.class))
                .hasMessage("statement at /predicate: there is no predicate");
    }

    @Test
    void a_subject_of_a_file_is_known_by_its_sha256(@TempDir Path folder) throws Exception {
        ResourceDescriptor subject = Subject.ofFile(Files.writeString(folder.resolve("hello.txt"), "hello"));

        assertThat(subject.name()).contains("hello.txt");
        assertThat(subject.matches(DIGEST)).isTrue();
        assertThat(subject.matches(new Digest("sha512_256", DIGEST.hex()))).isFalse();
    }

    @Test
    void keeps_what_it_does_not_know() {
        String json = GOOD.replace("\"name\":\"a\",\"digest\"", "\"name\":\"a\",\"uri\":\"u\",\"digest\"")
                .replace("}}],", "},\"new\":[1],\"newer\":null}],")
                .replace(":5}}", ":5},\"createdBy\":null}");

        assertThat(new String(parse(json).toJson(), UTF_8)).isEqualTo(json);
        assertThat(parse(json).unknownFields()).containsEntry("createdBy", Json.ofNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no _type              | {"subject":[],"predicateType":"p"}                          | lacks the member "_type"
            no subject            | {"_type":"t","predicateType":"p"}                           | lacks the member "subject"
            no predicateType      | {"_type":"t","subject":[]}                                  | lacks the member "predicateType"
            predicate an array    | {"_type":"t","subject":[],"predicateType":"p","predicate":[]} | statement at /predicate
            digest not a string   | {"_type":"t","subject":[{"digest":{"sha256":1}}],"predicateType":"p"} | /subject/0/digest/sha256
            duplicate digest      | {"_type":"t","subject":[{"digest":{"sha256":"a","sha256":"b"}}],"predicateType":"p"} | Duplicate
            content not base64    | {"_type":"t","subject":[{"content":"?"}],"predicateType":"p"} | /subject/0/content
            """)
    void refuses(String what, String json, String message) {
        assertThatThrownBy(() -> parse(json))
                .as(what)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(message);
    }

    private static InTotoStatement parse(String json) {
        return InTotoStatement.parse(json.getBytes(UTF_8));
    }
}
