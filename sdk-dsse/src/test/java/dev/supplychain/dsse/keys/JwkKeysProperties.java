package dev.supplychain.dsse.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class JwkKeysProperties {
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(SignatureAlgorithm.values());

    @Property(tries = 40)
    void keys_are_read_as_they_were_written(@ForAll SignatureAlgorithm algorithm, @ForAll("kids") String kid)
            throws Exception {
        SigningKey key = TestKeys.of(algorithm).withKeyId(KeyId.of(kid));
        TrustedKey trusted = TrustedKey.builder()
                .publicKey(key.publicKey())
                .addAlgorithm(algorithm)
                .addKeyId(KeyId.of(kid))
                .build();

        SigningKey read = JwkKeys.readPrivateKey(JwkKeys.writePrivateKey(key));
        TrustedKey readTrusted = JwkKeys.readTrustedKey(JwkKeys.writeTrustedKey(trusted));

        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(read.keyId()).isEqualTo(kid);
        assertThat(readTrusted.spki()).isEqualTo(trusted.spki());
        assertThat(readTrusted.algorithms()).isEqualTo(trusted.algorithms());
        assertThat(readTrusted.goesBy(kid)).isTrue();
    }

    @Property(tries = 20)
    void sets_are_read_as_they_were_written(
            @ForAll @Size(min = 1, max = 8) @UniqueElements List<@From("kids") String> kids) throws Exception {
        List<TrustedKey> keys = new ArrayList<>();
        for (String kid : kids) {
            SignatureAlgorithm algorithm = ALGORITHMS.get(keys.size());
            keys.add(TrustedKey.builder()
                    .publicKey(TestKeys.of(algorithm).publicKey())
                    .addAlgorithm(algorithm)
                    .addKeyId(KeyId.of(kid))
                    .build());
        }

        List<TrustedKey> read = JwkKeys.readTrustedKeys(JwkKeys.writeTrustedKeys(keys));

        assertThat(read)
                .extracting(TrustedKey::algorithms)
                .isEqualTo(keys.stream().map(TrustedKey::algorithms).toList());
    }

    /** A key has one text for each of its numbers: another text is another key or none. */
    @Property(tries = 200)
    void a_changed_character_is_another_key_or_none(
            @ForAll @IntRange(max = 85) int place, @ForAll("base64url") char replacement) throws Exception {
        String jwk = JwkKeys.writePublicKey(TestKeys.ALICE.publicKey());
        Map<String, Json> members = new LinkedHashMap<>(Json.parse(jwk).members());
        String name = place < 43 ? "x" : "y";
        StringBuilder text =
                new StringBuilder(Json.parse(jwk).get(name).orElseThrow().string());
        boolean same = text.charAt(place % 43) == replacement;
        text.setCharAt(place % 43, replacement);
        members.put(name, Json.of(text.toString()));

        boolean isAlice;
        try {
            isAlice = JwkKeys.readPublicKey(Json.object(members).toString()).equals(TestKeys.ALICE.publicKey());
        } catch (KeyException e) {
            isAlice = false;
        }
        assertThat(isAlice).isEqualTo(same);
    }

    @Property(tries = 500)
    void base64url_has_one_text_for_the_same_bytes(
            @ForAll @Size(max = 40) byte[] bytes, @ForAll @IntRange(max = 60) int place, @ForAll char replacement) {
        String text = Base64Url.encode(bytes);
        StringBuilder other = new StringBuilder(text);
        if (place < text.length()) {
            other.setCharAt(place, replacement);
        } else {
            other.append(replacement);
        }

        assertThat(Base64Url.decode(text)).hasValue(bytes);
        assertThat(Base64Url.decode(other.toString()).map(Base64Url::encode))
                .isIn(java.util.Optional.empty(), java.util.Optional.of(other.toString()));
    }

    @Provide
    Arbitrary<String> kids() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(text -> UTF_8.newEncoder().canEncode(text));
    }

    @Provide
    Arbitrary<Character> base64url() {
        return Arbitraries.chars()
                .range('A', 'Z')
                .range('a', 'z')
                .range('0', '9')
                .with('-', '_');
    }
}
