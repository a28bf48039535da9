package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.Credentials;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RedactorTest {
    private final Redactor redactor =
            Redactor.of(Credentials.basic("alice", "pa55word!").header());

    @Test
    void hides_a_header_and_what_it_is_made_of() {
        assertThat(redactor.mask("Basic YWxpY2U6cGE1NXdvcmQh YWxpY2U6cGE1NXdvcmQh alice:pa55word! pa55word! alice"))
                .isEqualTo("*** *** *** *** alice");
    }

    @Test
    void hides_members_that_are_called_like_secrets() {
        assertThat(
                        redactor.maskMembers(
                                "{\"token\":\"a\\\"b\",\"access_token\" : \"c\",\"apiKey\":\"d\",\"X-Api-Key\":\"e\",\"keyid\":\"f\",\"secret_id\":\"g\",\"secret\":\"unfinished"))
                .isEqualTo(
                        "{\"token\":\"***\",\"access_token\" : \"***\",\"apiKey\":\"***\",\"X-Api-Key\":\"***\",\"keyid\":\"f\",\"secret_id\":\"***\",\"secret\":\"***\"");
    }

    @Test
    void leaves_short_secrets_in_the_words_of_others() {
        assertThat(Redactor.of(Credentials.apiKey("X-Key", "a").header()).mask("a banana"))
                .isEqualTo("a banana");
    }

    @Test
    void drops_an_exception_that_mentions_a_secret_anywhere() {
        IOException clean = new IOException("reset");
        IOException deep = new IOException("outer", new IOException("got pa55word!"));
        IOException beside = new IOException("outer");
        beside.addSuppressed(new IOException("got pa55word!"));

        assertThat(redactor.safe(clean)).isSameAs(clean);
        assertThat(redactor.safe(deep)).isNull();
        assertThat(redactor.safe(beside)).isNull();
    }

    @Test
    void survives_a_long_value() {
        assertThat(redactor.maskMembers("{\"token\":\"" + "\\n".repeat(100_000)))
                .isEqualTo("{\"token\":\"***\"");
    }
}
