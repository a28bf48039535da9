package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.Packet;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key says about itself, and when it is believed. */
@Tag("needs-bouncycastle")
class PgpPublicKeyTest {
    private static final PgpForge PRIMARY = PgpForge.ed25519();
    private static final PgpForge SUBKEY = PgpForge.ed25519(PgpForge.BIRTH.plusSeconds(10));
    private static final PgpForge STRANGER = PgpForge.ed25519();
    private static final PgpForge RSA = PgpForge.rsa(2048, 65537);
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final Instant LATER = PgpForge.BIRTH.plus(Duration.ofDays(10));
    private static final byte[] BY_PRIMARY =
            PRIMARY.document(CONTENT).at(PgpForge.BIRTH.plusSeconds(20)).message();
    private static final byte[] BY_SUBKEY =
            SUBKEY.document(CONTENT).at(PgpForge.BIRTH.plusSeconds(20)).message();

    private static PgpVerifier verifier(Instant now, byte[] key) throws KeyException {
        return PgpVerifier.builder()
                .trust(PgpPublicKey.parse(key))
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static void accepts(byte[] message, byte[] key) throws Exception {
        assertThat(verifier(LATER, key).verify(message)).isNotNull();
    }

    private static void refuses(String problem, byte[] message, byte[] key) throws Exception {
        refuses(Reason.NO_TRUSTED_SIGNATURE, problem, message, LATER, key);
    }

    private static void refuses(Reason reason, String problem, byte[] message, Instant now, byte[] key)
            throws Exception {
        PgpVerifier verifier = verifier(now, key);
        assertThatThrownBy(() -> verifier.verify(message))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(problem);
    }

    private static byte[] primaryWith(Packet... signatures) {
        byte[] head = PgpForge.join(PRIMARY.primary(), PgpForge.userId("p"));
        return PgpForge.concat(head, PgpForge.join(signatures));
    }

    private static PgpForge.Forgery certification() {
        return PRIMARY.certification("p");
    }

    private static byte[] subkeyWith(Packet... signatures) {
        return PgpForge.concat(
                primaryWith(certification().flags(PgpForge.CERTIFY).packet()),
                PgpForge.join(SUBKEY.subkey()),
                PgpForge.join(signatures));
    }

    private static PgpForge.Forgery binding() {
        return PRIMARY.binding(SUBKEY).at(PgpForge.BIRTH.plusSeconds(10));
    }

    private static PgpForge.Forgery back() {
        return SUBKEY.back(PRIMARY).at(PgpForge.BIRTH.plusSeconds(10));
    }

    private static Packet goodBinding() {
        return binding().flags(PgpForge.SIGN).embedded(back().body()).packet();
    }

    @Test
    void a_primary_key_and_a_subkey_that_may_sign_do() throws Exception {
        accepts(BY_PRIMARY, PRIMARY.key("p"));
        accepts(BY_SUBKEY, subkeyWith(goodBinding()));

        PgpPublicKey key = PgpPublicKey.parse(subkeyWith(goodBinding()));
        assertThat(key.fingerprint()).isEqualTo(PRIMARY.fingerprint());
        assertThat(key.subkeyFingerprints()).containsExactly(SUBKEY.fingerprint());
        assertThat(key.keyIds())
                .containsExactly(KeyId.openPgp(PRIMARY.fingerprint()), KeyId.openPgp(SUBKEY.fingerprint()));
        assertThat(key).hasToString(PRIMARY.fingerprint() + " (p)");
    }

    @Test
    void a_key_that_says_nothing_about_itself_does_not_sign() throws Exception {
        refuses("no statement about it", BY_PRIMARY, PgpForge.join(PRIMARY.primary()));
        refuses("no statement about it", BY_PRIMARY, PgpForge.join(PRIMARY.primary(), PgpForge.userId("p")));
        refuses("no statement about it", BY_SUBKEY, subkeyWith());
        assertThat(PgpPublicKey.parse(PgpForge.join(PRIMARY.primary()))).hasToString(PRIMARY.fingerprint());
    }

    @Test
    void a_key_that_does_not_say_that_it_signs_does_not() throws Exception {
        refuses("is for signing", BY_PRIMARY, primaryWith(certification().packet()));
        refuses(
                "is for signing",
                BY_PRIMARY,
                primaryWith(certification().flags(PgpForge.CERTIFY).packet()));
        refuses(
                "is for signing",
                BY_PRIMARY,
                primaryWith(certification().says(27, false).packet()));
        refuses(
                "is for signing",
                BY_SUBKEY,
                subkeyWith(binding().embedded(back().body()).packet()));
        refuses(
                "is for signing",
                BY_SUBKEY,
                subkeyWith(binding()
                        .flags(PgpForge.ENCRYPT)
                        .embedded(back().body())
                        .packet()));
    }

    @Test
    void flags_that_are_not_signed_are_not_believed() throws Exception {
        refuses(
                "is for signing",
                BY_PRIMARY,
                primaryWith(certification().adds(27, false, (byte) 3).packet()));
    }

    @Test
    void statements_by_others_are_not_believed() throws Exception {
        byte[] byStranger = primaryWith(
                STRANGER.signature(0x13, PRIMARY.hashedWith("p")).flags(3).packet());
        byte[] inPrimarysName = primaryWith(STRANGER.signature(0x13, PRIMARY.hashedWith("p"))
                .flags(3)
                .withoutIssuer()
                .adds(16, false, Arrays.copyOfRange(PRIMARY.fingerprintBytes(), 12, 20))
                .packet());
        byte[] forAnotherName = primaryWith(PRIMARY.certification("q").flags(3).packet());

        refuses("no statement about it", BY_PRIMARY, byStranger);
        refuses("no statement about it", BY_PRIMARY, inPrimarysName);
        refuses("no statement about it", BY_PRIMARY, forAnotherName);
        assertThat(PgpPublicKey.parse(byStranger).userIds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 11})
    void statements_over_a_weak_hash_are_not_believed(int hash) throws Exception {
        refuses(
                "no statement about it",
                BY_PRIMARY,
                primaryWith(certification().flags(3).hash(hash).packet()));
        refuses(
                "no statement about it",
                BY_SUBKEY,
                subkeyWith(binding()
                        .flags(PgpForge.SIGN)
                        .embedded(back().body())
                        .hash(hash)
                        .packet()));
        refuses(
                "has not signed that it belongs",
                BY_SUBKEY,
                subkeyWith(binding()
                        .flags(PgpForge.SIGN)
                        .embedded(back().hash(hash).body())
                        .packet()));
    }

    @Test
    void statements_with_a_critical_part_that_is_not_understood_are_not_believed() throws Exception {
        refuses(
                "no statement about it",
                BY_PRIMARY,
                primaryWith(
                        certification().flags(3).says(100, true, new byte[1]).packet()));
        accepts(
                BY_PRIMARY,
                primaryWith(certification()
                        .says(27, true, (byte) 3)
                        .says(30, true, (byte) 1)
                        .packet()));
    }

    @Test
    void statements_from_before_the_key_are_not_believed() throws Exception {
        Instant before = PgpForge.BIRTH.minusSeconds(1);

        refuses(
                "no statement about it",
                BY_PRIMARY,
                primaryWith(certification().flags(3).at(before).packet()));
        refuses(
                "no statement about it",
                BY_SUBKEY,
                subkeyWith(PRIMARY.binding(SUBKEY)
                        .at(PgpForge.BIRTH.plusSeconds(9))
                        .flags(PgpForge.SIGN)
                        .embedded(back().body())
                        .packet()));
    }

    @Test
    void a_statement_ends_when_it_says() throws Exception {
        byte[] key = primaryWith(
                certification().flags(3).packet(),
                certification()
                        .flags(1)
                        .at(PgpForge.BIRTH.plusSeconds(30))
                        .endsAfter(60)
                        .packet());

        refuses(Reason.NO_TRUSTED_SIGNATURE, "is for signing", BY_PRIMARY, PgpForge.BIRTH.plusSeconds(89), key);
        assertThat(verifier(PgpForge.BIRTH.plusSeconds(90), key).verify(BY_PRIMARY))
                .isNotNull();
    }

    @Test
    void the_newest_statement_counts_in_whatever_order_they_stand() throws Exception {
        Packet old = certification().flags(3).packet();
        Packet renewed =
                certification().flags(1).at(PgpForge.BIRTH.plusSeconds(1)).packet();

        refuses("is for signing", BY_PRIMARY, primaryWith(old, renewed));
        refuses("is for signing", BY_PRIMARY, primaryWith(renewed, old));
    }

    @Test
    void statements_of_the_same_second_have_to_agree() throws Exception {
        Packet signs = certification().flags(3).packet();
        Packet doesNot = certification().flags(1).packet();
        Packet alsoSigns = certification().flags(2).packet();

        refuses("is for signing", BY_PRIMARY, primaryWith(signs, doesNot));
        refuses("is for signing", BY_PRIMARY, primaryWith(doesNot, signs));
        accepts(BY_PRIMARY, primaryWith(signs, alsoSigns));
    }

    @Test
    void a_statement_about_the_key_itself_is_as_good_as_one_about_a_user_id() throws Exception {
        Packet direct = PRIMARY.signature(0x1F, PRIMARY.hashed()).flags(3).packet();

        accepts(BY_PRIMARY, PgpForge.join(PRIMARY.primary(), direct));
    }

    @Test
    void statements_about_the_key_and_about_user_ids_have_to_agree() throws Exception {
        Packet directSigns = PRIMARY.signature(0x1F, PRIMARY.hashed()).flags(3).packet();
        Packet directDoesNot =
                PRIMARY.signature(0x1F, PRIMARY.hashed()).flags(1).packet();
        Packet directEnds =
                PRIMARY.signature(0x1F, PRIMARY.hashed()).keyEndsAfter(60).packet();
        Packet silent = certification().packet();
        Packet signs = certification().flags(3).packet();
        Packet name = PgpForge.userId("p");

        accepts(BY_PRIMARY, PgpForge.join(PRIMARY.primary(), directSigns, name, silent));
        refuses("is for signing", BY_PRIMARY, PgpForge.join(PRIMARY.primary(), directDoesNot, name, signs));
        byte[] ends = PgpForge.join(PRIMARY.primary(), directEnds, name, signs);
        refuses(Reason.EXPIRED, "the key expired", BY_PRIMARY, LATER, ends);
    }

    @Test
    void a_key_ends_when_its_newest_statement_says() throws Exception {
        byte[] key = primaryWith(certification().flags(3).keyEndsAfter(60).packet());
        byte[] prolonged = primaryWith(
                certification().flags(3).keyEndsAfter(60).packet(),
                certification().flags(3).at(PgpForge.BIRTH.plusSeconds(50)).packet());

        assertThat(verifier(PgpForge.BIRTH.plusSeconds(59), key).verify(BY_PRIMARY))
                .isNotNull();
        refuses(Reason.EXPIRED, "the key expired on", BY_PRIMARY, PgpForge.BIRTH.plusSeconds(60), key);
        accepts(BY_PRIMARY, prolonged);
        accepts(BY_PRIMARY, primaryWith(certification().flags(3).keyEndsAfter(0).packet()));
        // The owner's last word counts at whatever time.
        assertThat(verifier(PgpForge.BIRTH.plusSeconds(49), prolonged).verify(BY_PRIMARY))
                .isNotNull();
    }

    @Test
    void a_subkey_ends_with_itself_and_with_its_primary_key() throws Exception {
        byte[] own = subkeyWith(binding()
                .flags(PgpForge.SIGN)
                .keyEndsAfter(60)
                .embedded(back().body())
                .packet());
        byte[] withPrimary = PgpForge.concat(
                primaryWith(certification().flags(1).keyEndsAfter(60).packet()),
                PgpForge.join(SUBKEY.subkey(), goodBinding()));

        assertThat(verifier(PgpForge.BIRTH.plusSeconds(69), own).verify(BY_SUBKEY))
                .isNotNull();
        refuses(Reason.EXPIRED, "the key expired", BY_SUBKEY, PgpForge.BIRTH.plusSeconds(70), own);
        assertThat(verifier(PgpForge.BIRTH.plusSeconds(59), withPrimary).verify(BY_SUBKEY))
                .isNotNull();
        refuses(Reason.EXPIRED, "the key expired", BY_SUBKEY, PgpForge.BIRTH.plusSeconds(60), withPrimary);
    }

    @Test
    void a_subkey_has_to_sign_back() throws Exception {
        PgpForge.Forgery binding = binding().flags(PgpForge.SIGN);
        String problem = "has not signed that it belongs";

        refuses(problem, BY_SUBKEY, subkeyWith(binding().flags(PgpForge.SIGN).packet()));
        refuses(
                problem,
                BY_SUBKEY,
                subkeyWith(binding.embedded(PRIMARY.back(SUBKEY).body()).packet()));
        refuses(
                problem,
                BY_SUBKEY,
                subkeyWith(with(SUBKEY.back(STRANGER).at(LATER).body())));
        refuses(problem, BY_SUBKEY, subkeyWith(with(STRANGER.back(PRIMARY).body())));
        refuses(
                problem,
                BY_SUBKEY,
                subkeyWith(with(SUBKEY.signature(0x18, PRIMARY.hashedWith(SUBKEY))
                        .at(LATER)
                        .body())));
        refuses(
                problem,
                BY_SUBKEY,
                subkeyWith(with(back().endsAfter(100_000_000).body())));
        refuses(problem, BY_SUBKEY, subkeyWith(with(new byte[] {4, 0x19, 22, 10, 0})));
        accepts(
                BY_SUBKEY,
                subkeyWith(binding()
                        .flags(PgpForge.SIGN)
                        .says(32, true, back().body())
                        .packet()));
    }

    private static Packet with(byte[] back) {
        return binding().flags(PgpForge.SIGN).embedded(back).packet();
    }

    @Test
    void a_subkey_of_somebody_else_cannot_be_taken_over() throws Exception {
        // The thief binds the owner's subkey to a key of their own; the back signature names the owner's primary key.
        byte[] bound = PgpForge.join(
                STRANGER.primary(),
                PgpForge.userId("thief"),
                STRANGER.certification("thief").flags(3).packet(),
                SUBKEY.subkey(),
                STRANGER.binding(SUBKEY)
                        .at(PgpForge.BIRTH.plusSeconds(10))
                        .flags(PgpForge.SIGN)
                        .embedded(back().body())
                        .packet());

        refuses("has not signed that it belongs", BY_SUBKEY, bound);
    }

    @Test
    void a_revoked_key_is_refused_at_any_time() throws Exception {
        Instant revoked = PgpForge.BIRTH.plus(Duration.ofDays(5));
        for (PgpForge.Forgery revocation : new PgpForge.Forgery[] {
            revocation(revoked),
            revocation(revoked).reason(0),
            revocation(revoked).reason(2),
            revocation(revoked).reason(32)
        }) {
            byte[] key = PgpForge.join(
                    PRIMARY.primary(),
                    revocation.packet(),
                    PgpForge.userId("p"),
                    certification().flags(3).packet());

            refuses("revoked", BY_PRIMARY, key);
            refuses(Reason.NO_TRUSTED_SIGNATURE, "revoked", BY_PRIMARY, revoked.minusSeconds(1), key);
        }
    }

    private static PgpForge.Forgery revocation(Instant at) {
        return PRIMARY.signature(0x20, PRIMARY.hashed()).at(at);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_key_that_was_superseded_or_retired_counts_until_then(int reason) throws Exception {
        Instant revoked = PgpForge.BIRTH.plus(Duration.ofDays(5));
        byte[] key = PgpForge.join(
                PRIMARY.primary(),
                revocation(revoked).reason(reason).packet(),
                PgpForge.userId("p"),
                certification().flags(3).packet());

        assertThat(verifier(revoked.minusSeconds(1), key).verify(BY_PRIMARY)).isNotNull();
        refuses(Reason.NO_TRUSTED_SIGNATURE, "revoked", BY_PRIMARY, revoked, key);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void a_revocation_counts_with_any_hash(int hash) throws Exception {
        byte[] key = PgpForge.join(
                PRIMARY.primary(),
                revocation(LATER).hash(hash).says(100, true, new byte[1]).packet(),
                PgpForge.userId("p"),
                certification().flags(3).packet());

        refuses("revoked", BY_PRIMARY, key);
    }

    @Test
    void a_revocation_that_cannot_be_read_counts() throws Exception {
        byte[] version3 = new byte[40];
        version3[0] = 3;
        version3[1] = 5;
        version3[2] = 0x20;

        for (byte[] body :
                new byte[][] {version3, revocation(LATER).withoutIssuer().body(), {6, 0x20, 27}}) {
            byte[] key = PgpForge.join(
                    PRIMARY.primary(),
                    new Packet(Packet.SIGNATURE, body),
                    PgpForge.userId("p"),
                    certification().flags(3).packet());

            refuses("revoked", BY_PRIMARY, key);
        }
    }

    @Test
    void a_revocation_by_a_stranger_does_not_count() throws Exception {
        Packet byStranger = STRANGER.signature(0x20, PRIMARY.hashed()).packet();
        Packet ofAnother = PRIMARY.signature(0x20, STRANGER.hashed()).packet();

        accepts(
                BY_PRIMARY,
                PgpForge.join(
                        PRIMARY.primary(),
                        byStranger,
                        ofAnother,
                        PgpForge.userId("p"),
                        certification().flags(3).packet()));
    }

    @Test
    void a_revocation_by_a_key_that_the_owner_named_counts() throws Exception {
        byte[] revoker = PgpForge.concat(new byte[] {(byte) 0x80, 22}, STRANGER.fingerprintBytes());
        Packet naming = PRIMARY.signature(0x1F, PRIMARY.hashed())
                .says(12, false, revoker)
                .packet();
        Packet byStranger = STRANGER.signature(0x20, PRIMARY.hashed()).packet();

        refuses(
                "revoked",
                BY_PRIMARY,
                PgpForge.join(
                        PRIMARY.primary(),
                        byStranger,
                        naming,
                        PgpForge.userId("p"),
                        certification().flags(3).packet()));
    }

    @Test
    void a_revoked_subkey_does_not_sign_and_the_primary_key_still_does() throws Exception {
        Packet revocation = PRIMARY.signature(0x28, PRIMARY.hashedWith(SUBKEY)).packet();
        byte[] key = PgpForge.concat(PRIMARY.key("p"), PgpForge.join(SUBKEY.subkey(), revocation, goodBinding()));

        refuses("revoked", BY_SUBKEY, key);
        accepts(BY_PRIMARY, key);
    }

    @Test
    void a_subkey_does_not_sign_when_the_primary_key_is_revoked() throws Exception {
        byte[] key = PgpForge.join(
                PRIMARY.primary(),
                revocation(LATER).packet(),
                PgpForge.userId("p"),
                certification().flags(3).packet(),
                SUBKEY.subkey(),
                goodBinding());

        refuses("revoked", BY_SUBKEY, key);
    }

    @Test
    void a_revoked_user_id_says_nothing_until_it_is_certified_again() throws Exception {
        Packet certified = certification().flags(3).packet();
        Packet revoked = PRIMARY.signature(0x30, PRIMARY.hashedWith("p"))
                .at(PgpForge.BIRTH.plusSeconds(1))
                .packet();
        Packet again =
                certification().flags(3).at(PgpForge.BIRTH.plusSeconds(2)).packet();

        refuses("no statement about it", BY_PRIMARY, primaryWith(certified, revoked));
        accepts(BY_PRIMARY, primaryWith(certified, revoked, again));
        assertThat(PgpPublicKey.parse(primaryWith(certified, revoked)).userIds())
                .isEmpty();
    }

    @Test
    void weak_and_unusual_primary_keys_are_refused() {
        refusesKey("1024 bits", PgpForge.rsa(1024, 65537).key("weak"));
        refusesKey("exponent", PgpForge.rsa(2048, 3).key("weak"));
        refusesKey("algorithm 3", PgpForge.rsa(3, 2048, 65537).key("rsa for signing only"));
        refusesKey("another curve", PgpForge.ec("1.3.132.0.10").key("secp256k1"));
        refusesKey("another curve", PgpForge.ec("1.3.36.3.3.2.8.1.1.7").key("brainpoolP256r1"));
        byte[] version3 = {(byte) 0x99, 0, 3, 3, 0, 0};
        refusesKey("version 3", version3);
    }

    private static void refusesKey(String problem, byte[] key) {
        assertThatThrownBy(() -> PgpPublicKey.parse(key))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void rsa_of_2048_bits_is_not_weak_and_its_padding_has_one_form() throws Exception {
        byte[] key = RSA.key("rsa");

        for (int hash : new int[] {8, 9, 10}) {
            accepts(RSA.document(CONTENT).hash(hash).message(), key);
        }
        byte[] otherPadding = RSA.document(CONTENT).paddedWithoutNull().message();
        refuses(Reason.BAD_SIGNATURE, "does not match key", otherPadding, LATER, key);
        Packet revocation =
                RSA.signature(0x20, RSA.hashed()).hash(PgpForge.SHA1).packet();
        byte[] revoked = PgpForge.concat(PgpForge.join(RSA.primary(), revocation), withoutFirstPacket(key));
        refuses("revoked", RSA.document(CONTENT).message(), revoked);
    }

    private static byte[] withoutFirstPacket(byte[] key) {
        return Arrays.copyOfRange(key, PgpForge.join(RSA.primary()).length, key.length);
    }

    @Test
    void a_weak_subkey_is_kept_and_does_not_sign() throws Exception {
        PgpForge weak = PgpForge.rsa(1024, 65537);
        byte[] key = PRIMARY.key("p", weak);

        assertThat(PgpPublicKey.parse(key).subkeyFingerprints()).containsExactly(weak.fingerprint());
        refuses("1024 bits", weak.document(CONTENT).message(), key);
    }

    @Test
    void a_damaged_key_is_refused() {
        byte[] body = PRIMARY.body();
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        byte[] notOnCurve = body.clone();
        Arrays.fill(notOnCurve, notOnCurve.length - 32, notOnCurve.length, (byte) 0xFF);
        byte[] sloppyLength = body.clone();
        sloppyLength[body.length - 34]++;

        refusesKey("usual encoding", PgpForge.join(new Packet(Packet.PUBLIC_KEY, longer)));
        refusesKey("cannot be read", PgpForge.join(new Packet(Packet.PUBLIC_KEY, notOnCurve)));
        refusesKey("not in uncompressed form", PgpForge.join(new Packet(Packet.PUBLIC_KEY, sloppyLength)));
        refusesKey("end early", PgpForge.join(new Packet(Packet.PUBLIC_KEY, new byte[0])));
        refusesKey("end early", Arrays.copyOf(PRIMARY.key("p"), 30));
    }

    @Test
    void a_number_with_a_zero_in_front_is_refused() {
        byte[] body = RSA.body();
        byte[] longer =
                PgpForge.concat(Arrays.copyOf(body, 6), new byte[] {8, 8, 0}, Arrays.copyOfRange(body, 8, body.length));

        refusesKey("usual encoding", PgpForge.join(new Packet(Packet.PUBLIC_KEY, longer)));
    }

    @Test
    void a_point_in_compressed_form_is_refused() {
        byte[] body = PgpForge.ec("1.2.840.10045.3.1.7").body();
        byte[] head = Arrays.copyOf(body, 6 + 9);
        byte[] x = Arrays.copyOfRange(body, 6 + 9 + 3, 6 + 9 + 3 + 32);

        byte[] compressed = PgpForge.concat(head, new byte[] {1, 2, 2}, x);

        refusesKey("not in uncompressed form", PgpForge.join(new Packet(Packet.PUBLIC_KEY, compressed)));
    }

    @Test
    void only_parts_of_a_key_belong_into_a_key() throws Exception {
        byte[] key = PRIMARY.key("p");
        Packet trust = new Packet(Packet.TRUST, new byte[] {1, 2});
        Packet picture = new Packet(Packet.USER_ATTRIBUTE, new byte[] {2, 1, 0});

        refusesKey("begins with a user id", PgpForge.join(PgpForge.userId("p")));
        refusesKey("begins with a signature", PgpForge.join(certification().packet()));
        refusesKey("holds literal data", PgpForge.concat(key, PgpForge.join(PgpForge.literal(CONTENT))));
        refusesKey("private key", PgpForge.join(new Packet(Packet.SECRET_KEY, PRIMARY.body())));
        refusesKey(
                "holds a private key",
                PgpForge.concat(key, PgpForge.join(new Packet(Packet.SECRET_SUBKEY, PRIMARY.body()))));
        refusesKey("expected one key instead of 2", PgpForge.concat(key, SUBKEY.key("s")));
        refusesKey(
                "expected one key instead of 0",
                Armor.write(Armor.PUBLIC_KEY, new byte[0]).getBytes(UTF_8));
        accepts(BY_PRIMARY, PgpForge.concat(key, PgpForge.join(trust, picture, trust)));
    }

    @Test
    void a_keyring_holds_several_keys() throws Exception {
        byte[] ring = PgpForge.concat(PRIMARY.key("p"), STRANGER.key("s"));

        assertThat(PgpPublicKey.parseAll(ring))
                .extracting(PgpPublicKey::fingerprint)
                .containsExactly(PRIMARY.fingerprint(), STRANGER.fingerprint());
        assertThat(PgpPublicKey.parseAll(Armor.write(Armor.PUBLIC_KEY, ring).getBytes(UTF_8)))
                .hasSize(2);
    }

    @Test
    void a_subkey_of_another_version_or_algorithm_is_passed_over() throws Exception {
        byte[] encryption = PRIMARY.body();
        encryption[5] = 18;
        byte[] version6 = PRIMARY.body();
        version6[0] = 6;

        byte[] key = PgpForge.concat(
                PRIMARY.key("p"),
                PgpForge.join(
                        new Packet(Packet.PUBLIC_SUBKEY, encryption), new Packet(Packet.PUBLIC_SUBKEY, version6)));

        accepts(BY_PRIMARY, key);
        assertThat(PgpPublicKey.parse(key).subkeyFingerprints()).hasSize(1);
    }

    @Test
    void keys_have_a_largest_size_and_number_of_packets() {
        refusesKey("more than the 1048576", new byte[(1 << 20) + 1]);
        Packet[] names = new Packet[4096];
        Arrays.fill(names, PgpForge.userId("p"));
        byte[] many = PgpForge.concat(PgpForge.join(PRIMARY.primary()), PgpForge.join(names));
        refusesKey("more than 4096 packets", many);
    }

    @Test
    void the_jdk_sees_the_same_key() throws Exception {
        PgpSigner signer = PgpSigner.read(
                PgpSigner.generateKey(SignatureAlgorithm.ECDSA_P384_SHA384, "p384", new char[0], PgpForge.BIRTH)
                        .getBytes(UTF_8),
                new char[0]);

        assertThat(signer.publicKey().publicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(signer.publicKey().toTrustedKey().publicKey())
                .isEqualTo(signer.publicKey().publicKey());
    }

    @Test
    void a_user_id_with_control_characters_is_shown_without_them() throws Exception {
        assertThat(PgpPublicKey.parse(PRIMARY.key("a\nb\u001B[31m")))
                .hasToString(PRIMARY.fingerprint() + " (a\\u000ab\\u001b[31m)");
    }
}
