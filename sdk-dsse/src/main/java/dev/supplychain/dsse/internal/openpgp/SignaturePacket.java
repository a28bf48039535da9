package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.openpgp.PacketReader.Octets;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A signature of version 4 (RFC 9580, section 5.2.3), read strictly and not yet verified. */
public final class SignaturePacket {
    /** Over a document, byte for byte. */
    public static final int BINARY_DOCUMENT = 0x00;

    /** Over a user id, with whatever care its owner was looked at. */
    static final List<Integer> CERTIFICATIONS = List.of(0x10, 0x11, 0x12, 0x13);

    static final int SUBKEY_BINDING = 0x18;
    static final int PRIMARY_KEY_BINDING = 0x19;
    static final int DIRECT_KEY = 0x1F;
    static final int KEY_REVOCATION = 0x20;
    static final int SUBKEY_REVOCATION = 0x28;
    static final int CERTIFICATION_REVOCATION = 0x30;

    private static final int VERSION = 4;
    private static final int CREATION_TIME = 2;
    private static final int EXPIRATION_TIME = 3;
    private static final int KEY_EXPIRATION_TIME = 9;
    private static final int REVOCATION_KEY = 12;
    private static final int ISSUER_KEY_ID = 16;
    private static final int KEY_FLAGS = 27;
    private static final int REVOCATION_REASON = 29;
    private static final int EMBEDDED_SIGNATURE = 32;
    private static final int ISSUER_FINGERPRINT = 33;

    /** What may stand once only, because two would leave open which counts. */
    private static final Set<Integer> ONCE =
            Set.of(CREATION_TIME, EXPIRATION_TIME, KEY_EXPIRATION_TIME, KEY_FLAGS, REVOCATION_REASON);

    /** What is understood, or asks for nothing, so that it may be marked as critical. */
    private static final Set<Integer> UNDERSTOOD = Set.of(
            CREATION_TIME,
            EXPIRATION_TIME,
            4, // exportable
            7, // revocable
            KEY_EXPIRATION_TIME,
            11, // preferred ciphers
            REVOCATION_KEY,
            ISSUER_KEY_ID,
            21, // preferred hashes
            22, // preferred compression
            23, // preferences of a key server
            24, // preferred key server
            25, // primary user id
            26, // policy
            KEY_FLAGS,
            28, // signer's user id
            REVOCATION_REASON,
            30, // features
            EMBEDDED_SIGNATURE,
            ISSUER_FINGERPRINT,
            34, // preferred AEAD
            39); // preferred AEAD and ciphers

    private static final int KEY_SUPERSEDED = 1;
    private static final int KEY_RETIRED = 3;

    private final byte[] body;
    private final int type;
    private final int algorithm;
    private final int hash;
    private final byte[] trailer;
    private final List<Subpacket> hashed;
    private final List<Subpacket> unhashed;
    private final byte[] value;
    private final Instant created;
    private final Optional<byte[]> issuerFingerprint;
    private final long issuerKeyId;

    private SignaturePacket(byte[] body) throws PgpFormatException {
        this.body = body;
        Octets in = new Octets("signature", body);
        int version = in.octet();
        if (version != VERSION) {
            throw malformed("signature is of version " + version + ", not " + VERSION);
        }
        this.type = in.octet();
        this.algorithm = in.octet();
        this.hash = in.octet();
        this.hashed = Subpacket.parse(in.take(in.number(2)));
        this.trailer = trailer(Arrays.copyOf(body, in.position()));
        this.unhashed = Subpacket.parse(in.take(in.number(2)));
        in.take(2);
        this.value = in.take(in.left());
        requireOnce();
        this.created = number(CREATION_TIME)
                .map(Instant::ofEpochSecond)
                .orElseThrow(() -> malformed("signature does not say when it was made"));
        number(EXPIRATION_TIME);
        number(KEY_EXPIRATION_TIME);
        this.issuerFingerprint = fingerprintOfIssuer();
        this.issuerKeyId = keyIdOfIssuer();
    }

    /**
     * Reads the body of a packet.
     *
     * @throws PgpFormatException when it is not a signature of version 4, or says something twice
     */
    public static SignaturePacket parse(byte[] body) throws PgpFormatException {
        return new SignaturePacket(body);
    }

    private static byte[] trailer(byte[] head) {
        return ByteBuffer.allocate(head.length + 6)
                .put(head)
                .put((byte) VERSION)
                .put((byte) 0xFF)
                .putInt(head.length)
                .array();
    }

    private void requireOnce() throws PgpFormatException {
        for (int subpacket : ONCE) {
            if (hashed.stream().filter(s -> s.type() == subpacket).count() > 1) {
                throw malformed("signature has subpacket " + subpacket + " twice");
            }
        }
    }

    private Optional<byte[]> fingerprintOfIssuer() throws PgpFormatException {
        Optional<byte[]> found = Optional.empty();
        for (byte[] data : data(ISSUER_FINGERPRINT)) {
            if (data.length != 1 + KeyPacket.FINGERPRINT_BYTES || data[0] != VERSION) {
                throw malformed("signature names its key by a fingerprint that is not of version " + VERSION);
            }
            byte[] fingerprint = Arrays.copyOfRange(data, 1, data.length);
            if (found.isPresent() && !Arrays.equals(found.get(), fingerprint)) {
                throw malformed("signature names two keys");
            }
            found = Optional.of(fingerprint);
        }
        return found;
    }

    private long keyIdOfIssuer() throws PgpFormatException {
        Optional<Long> found = issuerFingerprint.map(KeyPacket::keyIdOf);
        for (byte[] data : data(ISSUER_KEY_ID)) {
            long keyId = new Octets("issuer", data).number(Long.BYTES);
            if (data.length != Long.BYTES || (found.isPresent() && found.get() != keyId)) {
                throw malformed("signature names two keys");
            }
            found = Optional.of(keyId);
        }
        return found.orElseThrow(() -> malformed("signature does not name its key"));
    }

    /** The bytes of the packet; leave them alone. */
    public byte[] body() {
        return body;
    }

    /** What it is over. */
    public int type() {
        return type;
    }

    /** The number of the algorithm. */
    public int algorithm() {
        return algorithm;
    }

    /** The number of the hash. */
    public int hash() {
        return hash;
    }

    /** What makes the signature, as the algorithm writes it. */
    public byte[] value() {
        return value.clone();
    }

    /**
     * The numbers that make the signature, for algorithms that write numbers (RFC 9580, section 3.2).
     *
     * @param count how many there must be
     * @throws PgpFormatException when there are more or fewer, or one has not the length that it says
     */
    public List<BigInteger> numbers(int count) throws PgpFormatException {
        Octets in = new Octets("numbers of the signature", value);
        List<BigInteger> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long bits = in.number(2);
            BigInteger number = new BigInteger(1, in.take((bits + 7) / 8));
            if (number.bitLength() != bits) {
                throw malformed("a number of the signature has " + number.bitLength() + " bits, not " + bits);
            }
            numbers.add(number);
        }
        if (in.left() > 0) {
            throw malformed("something follows the numbers of the signature");
        }
        return numbers;
    }

    /** When it says to have been made, in whole seconds. */
    public Instant created() {
        return created;
    }

    /** The low 64 bits of the fingerprint of the key that it says to be by. */
    public long issuerKeyId() {
        return issuerKeyId;
    }

    /** True when it says to be by that key. */
    boolean names(KeyPacket key) {
        return issuerKeyId == key.keyId()
                && (issuerFingerprint.isEmpty() || Arrays.equals(issuerFingerprint.get(), key.fingerprintBytes()));
    }

    /** From when on it does not count any more; absent when it always does. */
    Optional<Instant> expires() {
        return quietNumber(EXPIRATION_TIME).filter(s -> s > 0).map(created::plusSeconds);
    }

    /** How many seconds after its creation the key ends; absent when it does not. */
    Optional<Long> keyLifetime() {
        return quietNumber(KEY_EXPIRATION_TIME).filter(s -> s > 0);
    }

    /** The first octet of what the key may be used for; absent when that is not said. */
    Optional<Integer> keyFlags() {
        return first(KEY_FLAGS).map(data -> data.length == 0 ? 0 : data[0] & 0xFF);
    }

    /** True when the revocation says that nobody else has the key: what was signed before still holds. */
    boolean isSoftRevocation() {
        return first(REVOCATION_REASON)
                .filter(data -> data.length > 0 && (data[0] == KEY_SUPERSEDED || data[0] == KEY_RETIRED))
                .isPresent();
    }

    /** The keys that may revoke this one, by the low 64 bits of their fingerprints. */
    List<Long> revokers() {
        List<Long> keyIds = new ArrayList<>();
        for (Subpacket subpacket : hashed) {
            if (subpacket.type() == REVOCATION_KEY && subpacket.data().length == 2 + KeyPacket.FINGERPRINT_BYTES) {
                keyIds.add(KeyPacket.keyIdOf(subpacket.data()));
            }
        }
        return keyIds;
    }

    /** The signatures that it carries, as bodies of packets. */
    List<byte[]> embedded() {
        return data(EMBEDDED_SIGNATURE);
    }

    /** What has to be understood and is not; absent in most. */
    Optional<Integer> notUnderstood() {
        List<Subpacket> all = new ArrayList<>(hashed);
        all.addAll(unhashed);
        return all.stream()
                .filter(s -> s.critical() && !UNDERSTOOD.contains(s.type()))
                .map(Subpacket::type)
                .findFirst();
    }

    /** What is hashed when it is over that content: the content, then what the signature says. */
    Signable over(Signable content) {
        return out -> {
            content.writeTo(out);
            out.write(trailer);
        };
    }

    private Optional<byte[]> first(int subpacket) {
        return hashed.stream()
                .filter(s -> s.type() == subpacket)
                .map(Subpacket::data)
                .findFirst();
    }

    private Optional<Long> number(int subpacket) throws PgpFormatException {
        Optional<byte[]> data = first(subpacket);
        if (data.isPresent() && data.get().length != Integer.BYTES) {
            throw malformed("subpacket " + subpacket + " of the signature has " + data.get().length + " bytes, not 4");
        }
        return quietNumber(subpacket);
    }

    /** The number in a subpacket of which the size has been checked. */
    private Optional<Long> quietNumber(int subpacket) {
        return first(subpacket)
                .map(data -> Integer.toUnsignedLong(ByteBuffer.wrap(data).getInt()));
    }

    /** Hashed or not: what names a key, or carries a signature that is verified in its turn. */
    private List<byte[]> data(int subpacket) {
        List<byte[]> found = new ArrayList<>();
        for (Subpacket candidate : hashed) {
            if (candidate.type() == subpacket) {
                found.add(candidate.data());
            }
        }
        for (Subpacket candidate : unhashed) {
            if (candidate.type() == subpacket) {
                found.add(candidate.data());
            }
        }
        return found;
    }

    /** The type, the time and the key. */
    @Override
    public String toString() {
        return "signature 0x" + HexFormat.of().toHexDigits((byte) type) + " of " + created + " by "
                + HexFormat.of().withUpperCase().toHexDigits(issuerKeyId);
    }

    /** One thing that a signature says (RFC 9580, section 5.2.3.7). */
    private static final class Subpacket {
        private final int type;
        private final boolean critical;
        private final byte[] data;

        private Subpacket(int typeOctet, byte[] data) {
            this.type = typeOctet & 0x7F;
            this.critical = (typeOctet & 0x80) != 0;
            this.data = data;
        }

        static List<Subpacket> parse(byte[] area) throws PgpFormatException {
            Octets in = new Octets("subpackets", area);
            List<Subpacket> subpackets = new ArrayList<>();
            while (in.left() > 0) {
                int first = in.octet();
                long length = first;
                if (first == 255) {
                    length = in.number(4);
                } else if (first >= 192) {
                    length = ((first - 192L) << 8) + in.octet() + 192;
                }
                if (length == 0) {
                    throw malformed("signature has an empty subpacket");
                }
                subpackets.add(new Subpacket(in.octet(), in.take(length - 1)));
            }
            return List.copyOf(subpackets);
        }

        int type() {
            return type;
        }

        boolean critical() {
            return critical;
        }

        byte[] data() {
            return data;
        }
    }
}
