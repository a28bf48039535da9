package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.StatementAccess;
import dev.supplychain.model.Digest;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedStatementTest {
    @TempDir
    Path folder;

    private static VerifiedStatement verified(ResourceDescriptor... subjects) throws Exception {
        InTotoStatement statement = InTotoStatement.builder()
                .addSubject(subjects)
                .predicateType(TestKeys.PROVENANCE)
                .build();
        return EnvelopeVerifier.of(TestKeys.ALICE.publicKey())
                .verifyStatement(EnvelopeSigner.of(TestKeys.ALICE).sign(statement));
    }

    private static ResourceDescriptor subject(String algorithm, String value) {
        return ResourceDescriptor.builder()
                .name("app.jar")
                .putDigest(algorithm, value)
                .build();
    }

    private Path file(String content) throws Exception {
        return Files.write(folder.resolve("app.jar"), content.getBytes(UTF_8));
    }

    @Test
    void is_about_a_file_with_the_same_sha256_whatever_its_name() throws Exception {
        Path renamed = Files.move(file("app"), folder.resolve("other.jar"));

        verified(subject("sha256", TestKeys.APP.hex())).requireSubject(renamed);
    }

    @Test
    void is_about_a_file_of_which_only_sha512_is_stated() throws Exception {
        Path file = file("app");

        verified(subject("sha512", Digest.of("sha512", file).hex())).requireSubject(file);
    }

    @Test
    void is_about_any_of_its_subjects() throws Exception {
        VerifiedStatement verified = verified(subject("sha256", "0".repeat(64)), subject("sha256", TestKeys.APP.hex()));

        verified.requireSubject(file("app"));
        assertThat(verified.isAbout(TestKeys.APP)).isTrue();
    }

    @Test
    void is_not_about_a_file_with_another_content_under_the_same_name() throws Exception {
        Path changed = file("changed");

        assertThatThrownBy(() -> verified(subject("sha256", TestKeys.APP.hex())).requireSubject(changed))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUBJECT_MISMATCH))
                .hasMessageContaining(Digest.sha256(changed).toString())
                .hasMessageContaining(TestKeys.APP.hex());
    }

    /** Somebody can make two files with one SHA-1: such a statement is about both. */
    @Test
    void a_file_is_never_matched_by_a_broken_hash() throws Exception {
        Path file = file("app");

        assertThatThrownBy(() ->
                        verified(subject("sha1", Digest.of("sha1", file).hex())).requireSubject(file))
                .isInstanceOf(VerificationException.class);
    }

    @Test
    void a_digest_matches_in_lower_case_and_by_its_own_algorithm_only() throws Exception {
        String upper = TestKeys.APP.hex().toUpperCase(Locale.ROOT);

        assertThat(verified(subject("sha256", upper)).isAbout(TestKeys.APP)).isFalse();
        assertThat(verified(subject("SHA256", TestKeys.APP.hex())).isAbout(TestKeys.APP))
                .isFalse();
        assertThat(verified(subject("gitCommit", "abc")).isAbout(new Digest("gitCommit", "abc")))
                .isTrue();
    }

    @Test
    void without_subjects_it_is_about_nothing() throws Exception {
        assertThatThrownBy(() -> verified().requireSubject(TestKeys.APP)).hasMessageContaining("but about nothing");
    }

    @Test
    void a_missing_file_is_an_io_exception() throws Exception {
        VerifiedStatement verified = verified(subject("sha256", TestKeys.APP.hex()));

        assertThatThrownBy(() -> verified.requireSubject(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void packages_of_this_module_can_make_one() throws Exception {
        VerifiedStatement verified = verified();

        VerifiedStatement made = StatementAccess.create(verified.statement(), verified.envelope());

        assertThat(made.statement()).isEqualTo(verified.statement());
        assertThatThrownBy(() -> StatementAccess.register((s, e) -> made)).isInstanceOf(IllegalStateException.class);
    }
}
