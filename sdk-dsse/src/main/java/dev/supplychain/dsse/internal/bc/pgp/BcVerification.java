package dev.supplychain.dsse.internal.bc.pgp;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.EcdsaSignature;
import dev.supplychain.dsse.internal.Edwards25519;
import dev.supplychain.dsse.internal.KeyVerifier;
import dev.supplychain.dsse.internal.SignatureFormatException;
import dev.supplychain.dsse.internal.openpgp.KeyPacket;
import dev.supplychain.dsse.internal.openpgp.OpenPgpEngine;
import dev.supplychain.dsse.internal.openpgp.Packet;
import dev.supplychain.dsse.internal.openpgp.PgpFormatException;
import dev.supplychain.dsse.internal.openpgp.SignaturePacket;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.PGPContentVerifier;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;
import org.bouncycastle.util.BigIntegers;

/** A public key of an allowed kind, ready to verify. */
final class BcVerification implements OpenPgpEngine.Verification {
    private static final int ED25519_BYTES = 32;
    private static final String ALLOWED = "allowed are RSA, ECDSA on P-256, P-384 and P-521, and Ed25519";

    /**
     * The algorithms that are looked at, each with the ways in which its keys begin: for curves the length of the object
     * identifier, that, the bits of the point, and the octet of a point in uncompressed form.
     */
    private static final Map<Integer, List<String>> BEGINNINGS = Map.of(
            PublicKeyAlgorithmTags.RSA_GENERAL,
            List.of(""),
            PublicKeyAlgorithmTags.ECDSA,
            List.of(
                    "082a8648ce3d030107" + "0203" + "04",
                    "052b81040022" + "0303" + "04",
                    "052b81040023" + "0423" + "04"),
            PublicKeyAlgorithmTags.EDDSA_LEGACY,
            List.of("092b06010401da470f01" + "0107" + "40"),
            PublicKeyAlgorithmTags.Ed25519,
            List.of(""));

    /** What RSA signatures over these hashes are called elsewhere; revocations may be over others. */
    private static final Map<Integer, SignatureAlgorithm> RSA_OVER = Map.of(
            HashAlgorithmTags.SHA256, SignatureAlgorithm.RSA_PKCS1_SHA256,
            HashAlgorithmTags.SHA384, SignatureAlgorithm.RSA_PKCS1_SHA384,
            HashAlgorithmTags.SHA512, SignatureAlgorithm.RSA_PKCS1_SHA512);

    /** Version, time and algorithm. */
    private static final int HEAD = 6;

    private final PGPPublicKey key;
    private final CheckedPublicKey publicKey;

    private BcVerification(PGPPublicKey key, CheckedPublicKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    static BcVerification of(KeyPacket packet) throws KeyException {
        requireAllowed(packet);
        byte[] spki;
        PGPPublicKey key;
        try {
            key = read(packet.body());
            spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new BcPGPKeyConverter().getPublicKey(key))
                    .getEncoded();
        } catch (IOException | PGPException | RuntimeException e) {
            throw new KeyException("OpenPGP key " + packet + " cannot be read: " + e.getMessage(), e);
        }
        try {
            return new BcVerification(key, CheckedPublicKey.parse(spki));
        } catch (KeyException e) {
            throw new KeyException("OpenPGP key " + packet + ": " + e.getMessage(), e);
        }
    }

    private static void requireAllowed(KeyPacket packet) throws KeyException {
        List<String> beginnings = BEGINNINGS.get(packet.algorithm());
        if (beginnings == null) {
            throw new KeyException(
                    "OpenPGP key " + packet + " is for algorithm " + packet.algorithm() + "; " + ALLOWED);
        }
        byte[] body = packet.body();
        String numbers = HexFormat.of().formatHex(body, HEAD, body.length);
        if (beginnings.stream().noneMatch(numbers::startsWith)) {
            throw new KeyException(
                    "OpenPGP key " + packet + " is on another curve, or not in uncompressed form; " + ALLOWED);
        }
    }

    private static PGPPublicKey read(byte[] body) throws IOException, PGPException {
        byte[] encoded = new Packet(Packet.PUBLIC_KEY, body).encode();
        BCPGInputStream in = new BCPGInputStream(new ByteArrayInputStream(encoded));
        if (!(in.readPacket() instanceof PublicKeyPacket packet)) {
            throw new IOException("it is not a key");
        }
        // What the library reads over would be in the fingerprint and nowhere else.
        if (!Arrays.equals(packet.getEncodedContents(), body)) {
            throw new IOException("it is not in its usual encoding");
        }
        return new PGPPublicKey(packet, new BcKeyFingerprintCalculator());
    }

    @Override
    public CheckedPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public boolean verify(SignaturePacket signature, Signable hashed) throws IOException {
        if (signature.algorithm() != key.getAlgorithm()) {
            return false;
        }
        try {
            SignatureAlgorithm rsa = RSA_OVER.get(signature.hash());
            if (publicKey.kind().isRsa() && rsa != null) {
                return verifyRsa(rsa, signature, hashed);
            }
            byte[] numbers = numbersOf(signature);
            PGPContentVerifier verifier = new BcPGPContentVerifierBuilderProvider()
                    .get(key.getAlgorithm(), signature.hash())
                    .build(key);
            hashed.writeTo(verifier.getOutputStream());
            return verifier.verify(numbers);
        } catch (PgpFormatException | SignatureFormatException | PGPException | RuntimeException e) {
            // Whatever the library throws over a signature: it has not accepted it.
            return false;
        }
    }

    /** Like all RSA signatures of this SDK, of which the padding is compared as a whole. */
    private boolean verifyRsa(SignatureAlgorithm algorithm, SignaturePacket signature, Signable hashed)
            throws PgpFormatException, IOException {
        BigInteger number = signature.numbers(1).get(0);
        byte[] padded = new byte[(publicKey.size() + 7) / 8];
        // A number that is too long for the modulus is refused here.
        BigIntegers.asUnsignedByteArray(number, padded, 0, padded.length);
        return new KeyVerifier(algorithm, publicKey, Set.of(), new AdaptiveEngine())
                .problemOf(hashed, padded)
                .isEmpty();
    }

    private static byte[] numbersOf(SignaturePacket signature) throws PgpFormatException, SignatureFormatException {
        switch (signature.algorithm()) {
            case PublicKeyAlgorithmTags.RSA_GENERAL -> {
                return BigIntegers.asUnsignedByteArray(signature.numbers(1).get(0));
            }
            case PublicKeyAlgorithmTags.ECDSA -> {
                List<BigInteger> numbers = signature.numbers(2);
                return new EcdsaSignature(numbers.get(0), numbers.get(1)).toDer();
            }
            case PublicKeyAlgorithmTags.EDDSA_LEGACY -> {
                List<BigInteger> numbers = signature.numbers(2);
                byte[] both = new byte[2 * ED25519_BYTES];
                // A number that is too long for its half is refused here.
                BigIntegers.asUnsignedByteArray(numbers.get(0), both, 0, ED25519_BYTES);
                BigIntegers.asUnsignedByteArray(numbers.get(1), both, ED25519_BYTES, ED25519_BYTES);
                Edwards25519.checkSignature(both);
                return both;
            }
            default -> {
                Edwards25519.checkSignature(signature.value());
                return signature.value();
            }
        }
    }
}
