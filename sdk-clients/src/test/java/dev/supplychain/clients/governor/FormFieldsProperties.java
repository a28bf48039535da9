package dev.supplychain.clients.governor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.internal.Content;
import dev.supplychain.model.governor.PublishRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;

/** Whatever a query says, it arrives as one value. */
class FormFieldsProperties {
    private static FormFields fields(List<String> queries) {
        return FormFields.of(PublishRequest.builder()
                .sha256("0f".repeat(32))
                .repositoryUrl("repo.example.com/docker")
                .buildScan(PublishRequest.BuildScan.builder()
                        .addAllQueries(queries)
                        .build())
                .build());
    }

    private static String body(Content content) throws IOException {
        return new String(content.source().open().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Property(tries = 300)
    void url_encoded_forms_are_read_back(
            @ForAll @Size(min = 1, max = 3) List<@NotBlank @StringLength(max = 50) String> queries) throws IOException {
        FormFields form = fields(wellFormed(queries));

        List<FormFields.Field> read = new ArrayList<>();
        for (String pair : body(form.urlEncoded()).split("&", -1)) {
            String[] parts = pair.split("=", -1);
            assertThat(parts).hasSize(2);
            read.add(new FormFields.Field(decoded(parts[0]), decoded(parts[1])));
        }

        assertThat(read).isEqualTo(form.fields());
    }

    @Property(tries = 300)
    void multipart_forms_are_read_back(
            @ForAll @Size(min = 1, max = 3) List<@NotBlank @StringLength(max = 50) String> queries) throws IOException {
        FormFields form = fields(wellFormed(queries));
        Content content = form.multipart();
        String boundary =
                Objects.requireNonNull(MediaType.get(content.mediaType()).parameter("boundary"));

        List<String> read = new ArrayList<>();
        Buffer body = new Buffer().write(content.source().open().readAllBytes());
        try (MultipartReader reader = new MultipartReader(body, boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                read.add(part.body().readUtf8());
            }
        }

        assertThat(read)
                .isEqualTo(form.fields().stream().map(FormFields.Field::value).toList());
    }

    /** Half a surrogate pair is no text to send. */
    private static List<String> wellFormed(List<String> texts) {
        return texts.stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
