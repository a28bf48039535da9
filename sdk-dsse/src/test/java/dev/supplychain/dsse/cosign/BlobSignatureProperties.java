package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BlobSignatureProperties {
    @Property(tries = 200)
    void every_form_of_a_signature_is_read_back(
            @ForAll @Size(max = 600) byte[] signature, @ForAll byte[] content, @ForAll boolean withDigest) {
        BlobSignature written = withDigest
                ? BlobSignature.of(Bytes.of(signature), Digest.sha256(content), "hint")
                : BlobSignature.of(Bytes.of(signature));

        BlobSignature ofBundle = BlobSignature.parse(written.bundle().toJson());

        assertThat(ofBundle.signature()).isEqualTo(written.signature());
        assertThat(ofBundle.digest()).isEqualTo(written.digest());
        assertThat(ofBundle.bundle()).isEqualTo(written.bundle());
        assertThat(BlobSignature.parse(written.text().getBytes(US_ASCII)).signature())
                .isEqualTo(written.signature());
        assertThat(BlobSignature.parse(written.legacyBundle().toJson()).signature())
                .isEqualTo(written.signature());
    }

    @Property(tries = 40)
    void what_was_signed_holds_and_a_flipped_bit_does_not(
            @ForAll @Size(min = 1, max = 2000) byte[] content, @ForAll @IntRange(max = 7) int bit) throws Exception {
        BlobSignature signature =
                CosignSigner.of(TestKeys.of(SignatureAlgorithm.RSA_PSS_SHA512)).signBlob(content);
        CosignVerifier verifier =
                CosignVerifier.of(TestKeys.of(SignatureAlgorithm.RSA_PSS_SHA512).toTrustedKey());
        byte[] flipped = content.clone();
        flipped[content.length / 2] ^= (byte) (1 << bit);

        assertThat(verifier.verifyBlob(content, signature).sha256()).isEqualTo(Digest.sha256(content));
        assertThat(Refusal.of(() -> verifier.verifyBlob(flipped, signature))).isNotNull();
    }
}
