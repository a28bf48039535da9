package dev.supplychain.dsse.pgp;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.Pae;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.Component;
import dev.supplychain.dsse.internal.openpgp.OpenPgpEngine;
import dev.supplychain.dsse.internal.openpgp.Packet;
import dev.supplychain.dsse.internal.openpgp.PgpFormatException;
import dev.supplychain.dsse.internal.openpgp.SecretKeyring;
import dev.supplychain.dsse.internal.openpgp.SignatureJudge;
import dev.supplychain.dsse.internal.openpgp.SignatureJudge.Judgement;
import dev.supplychain.dsse.internal.openpgp.SignatureJudge.Verdict;
import dev.supplychain.dsse.internal.openpgp.SignaturePacket;
import dev.supplychain.dsse.internal.openpgp.SignedMessage;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.intoto.InTotoStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * Signs with an OpenPGP key: attached messages, detached signatures, and envelopes.
 *
 * <pre>{@code
 * PgpSigner signer = PgpSigner.read(Files.readAllBytes(Path.of("attestor-private.asc")), passphrase);
 * String attestation = signer.sign(payload);
 * }</pre>
 *
 * <p>It signs with the newest subkey for signing, else with the primary key, as GnuPG does, over SHA-512, or over the hash
 * of the size of the curve. Each signature is verified before it leaves. Until {@link #destroy} a signer does not change, and may
 * be used by several threads; its private half appears in no text.
 */
public final class PgpSigner implements Destroyable {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_USER_ID = 255;

    private final PgpPublicKey publicKey;
    private final Component component;
    private final Clock clock;
    private volatile OpenPgpEngine.@Nullable PrivateKey privateKey;

    private PgpSigner(PgpPublicKey publicKey, Component component, OpenPgpEngine.PrivateKey privateKey, Clock clock) {
        this.publicKey = publicKey;
        this.component = component;
        this.privateKey = privateKey;
        this.clock = clock;
    }

    /**
     * Reads a private key as {@code gpg --export-secret-keys} writes it, binary or in ASCII armor.
     *
     * @param passphrase what opens it, empty when it is not protected; it is not kept, and yours to overwrite
     * @throws KeyException when it is anything else or weak, is not opened, or no part of it may sign now
     * @throws MissingComponentException when {@code org.bouncycastle:bcpg-jdk18on} is absent
     */
    public static PgpSigner read(byte[] key, char[] passphrase) throws KeyException {
        return read(key, passphrase, Clock.systemUTC());
    }

    /**
     * {@link #read(byte[], char[])} with the clock that signatures take their time from.
     *
     * @throws KeyException when it is anything else or weak, is not opened, or no part of it may sign at that time
     * @throws MissingComponentException when {@code org.bouncycastle:bcpg-jdk18on} is absent
     */
    public static PgpSigner read(byte[] key, char[] passphrase, Clock clock) throws KeyException {
        OpenPgpEngine engine = OpenPgpEngine.require("signing with an OpenPGP key");
        if (key.length > MAX_BYTES) {
            throw new KeyException(
                    "OpenPGP private key has " + key.length + " bytes, more than the " + MAX_BYTES + " that are read");
        }
        SecretKeyring keyring;
        try {
            keyring = SecretKeyring.parse(Armor.unwrap(Armor.PRIVATE_KEY, key.clone()), engine);
        } catch (PgpFormatException e) {
            throw new KeyException("OpenPGP private key: " + e.problem(), e);
        }
        Component component = keyring.signingKeyAt(clock.instant());
        OpenPgpEngine.PrivateKey privateKey = keyring.open(component, passphrase);
        PgpSigner signer = new PgpSigner(new PgpPublicKey(keyring.publicKey()), component, privateKey, clock);
        signer.requirePair();
        return signer;
    }

    /**
     * A new private key in ASCII armor, which certifies and signs and does not expire. Read it with {@link #read}; GnuPG
     * imports it.
     *
     * @param algorithm one for ECDSA, Ed25519 or PKCS#1; RSA keys have 3072 bits
     * @param userId whose it is, such as {@code Release <release@example.com>}
     * @param passphrase what it is to be protected by, empty for no protection; it is not kept
     * @param created when it is said to be made, in whole seconds
     * @throws IllegalArgumentException when OpenPGP has no such algorithm, or the user id is empty, longer than 255 bytes or
     *     has control characters
     * @throws MissingComponentException when {@code org.bouncycastle:bcpg-jdk18on} is absent
     */
    public static String generateKey(SignatureAlgorithm algorithm, String userId, char[] passphrase, Instant created) {
        OpenPgpEngine engine = OpenPgpEngine.require("making an OpenPGP key");
        int bytes = userId.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_USER_ID || userId.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "user id must have 1 to " + MAX_USER_ID + " bytes without control characters");
        }
        return Armor.write(Armor.PRIVATE_KEY, engine.generate(algorithm, userId, created, passphrase));
    }

    /** How the fingerprint stands in an envelope: as the issuer's, lower case. */
    private static KeyId keyIdOf(String fingerprint) {
        return KeyId.of(fingerprint.toLowerCase(Locale.ROOT));
    }

    private void requirePair() throws KeyException {
        try {
            signature(Signable.of(new byte[0]));
        } catch (SigningException | IOException e) {
            throw new KeyException("OpenPGP private key does not sign for " + component, e);
        }
    }

    /** The public half, for those who verify. */
    public PgpPublicKey publicKey() {
        return publicKey;
    }

    /** The fingerprint of the part that signs: 40 hexadecimal digits, upper case. */
    public String signingKeyFingerprint() {
        return component.key().fingerprint();
    }

    /**
     * An attached message with that content in ASCII armor: what {@code gpg --sign --armor} writes, uncompressed.
     *
     * @throws SigningException when the key does not sign, for example because it has expired
     */
    public String sign(byte[] content) throws SigningException {
        // The caller's array may change meanwhile.
        byte[] signed = content.clone();
        return Armor.write(Armor.MESSAGE, SignedMessage.write(signatureInMemory(Signable.of(signed)), signed));
    }

    /**
     * A detached binary signature over that content: what {@code gpg --detach-sign} writes.
     *
     * @throws SigningException when the key does not sign, for example because it has expired
     */
    public Bytes signDetached(byte[] content) throws SigningException {
        return encoded(signatureInMemory(Signable.of(content.clone())));
    }

    /**
     * A detached binary signature over content that need not be in memory. It is read twice: to sign, and to verify what
     * was signed.
     *
     * @throws SigningException when the key does not sign, for example because it has expired
     * @throws IOException when the content cannot be read
     */
    public Bytes signDetached(Signable content) throws SigningException, IOException {
        return encoded(signature(content));
    }

    /**
     * An envelope around that statement with a detached binary OpenPGP signature over its PAE.
     *
     * @throws SigningException when the key does not sign, for example because it has expired
     */
    public Envelope signEnvelope(InTotoStatement statement) throws SigningException {
        return signEnvelope(InTotoStatement.PAYLOAD_TYPE, statement.toJson());
    }

    /**
     * An envelope around these bytes with a detached binary OpenPGP signature over their PAE. Its keyid is the fingerprint of
     * the part that signs, in lower case.
     *
     * @param payloadType what they are, as a media type or URI
     * @throws SigningException when the key does not sign, for example because it has expired
     * @throws IllegalArgumentException when the type has an unpaired surrogate
     */
    public Envelope signEnvelope(String payloadType, byte[] payload) throws SigningException {
        return addTo(Envelope.builder()
                .payload(Bytes.of(payload))
                .payloadType(payloadType)
                .build());
    }

    /**
     * That envelope with one signature more.
     *
     * @throws SigningException when the key does not sign, for example because it has expired
     * @throws IllegalArgumentException when its type has an unpaired surrogate
     * @throws MalformedDataException when its payload is not base64
     */
    public Envelope addTo(Envelope envelope) throws SigningException {
        Pae message = Pae.of(envelope.payloadType(), envelope.payload().toByteArray());
        EnvelopeSignature signature = EnvelopeSignature.builder()
                .keyid(keyIdOf(signingKeyFingerprint()).text())
                .sig(encoded(signatureInMemory(message)))
                .build();
        return Envelope.builder().from(envelope).addSignatures(signature).build();
    }

    private static Bytes encoded(SignaturePacket signature) {
        return Bytes.of(new Packet(Packet.SIGNATURE, signature.body()).encode());
    }

    private SignaturePacket signatureInMemory(Signable content) throws SigningException {
        try {
            return signature(content);
        } catch (IOException e) {
            throw new SigningException("content in memory could not be read", e);
        }
    }

    private SignaturePacket signature(Signable content) throws SigningException, IOException {
        OpenPgpEngine.PrivateKey present = privateKey;
        if (present == null) {
            throw new SigningException("the private key of " + this + " has been destroyed");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SignaturePacket signature;
        try {
            signature = SignaturePacket.parse(present.sign(content, now));
        } catch (PgpFormatException e) {
            throw new SigningException("signing with " + this + " failed: " + e.problem(), e);
        }
        Judgement judgement = new SignatureJudge(List.of(publicKey.key())).judge(signature, content, now);
        if (judgement.verdict() != Verdict.ACCEPTED) {
            throw new SigningException("a signature of " + this + " would not be accepted: " + judgement.detail());
        }
        return signature;
    }

    /**
     * Ends this signer: signing throws {@link SigningException} from now on. The private half is forgotten and left to the
     * garbage collector.
     */
    @Override
    public void destroy() {
        privateKey = null;
    }

    /** True after {@link #destroy}. */
    @Override
    public boolean isDestroyed() {
        return privateKey == null;
    }

    /** The fingerprints and the user id; nothing of the private half. */
    @Override
    public String toString() {
        return "OpenPGP key " + signingKeyFingerprint() + " of " + publicKey;
    }
}
