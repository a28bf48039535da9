package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.openpgp.Component.Revocation;
import dev.supplychain.dsse.internal.openpgp.Component.Statement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a transferable key, believing only what its primary key signed: with a hash that is accepted, except that a
 * revocation counts with any.
 */
final class SelfSignatures {
    private final List<Packet> packets;
    private final OpenPgpEngine engine;
    private final KeyPacket primary;
    private final OpenPgpEngine.Verification verification;
    private final List<Statement> direct = new ArrayList<>();
    private final List<Statement> certifications = new ArrayList<>();
    private final List<String> userIds = new ArrayList<>();
    private final List<Component> subkeys = new ArrayList<>();

    SelfSignatures(List<Packet> packets, OpenPgpEngine engine) throws PgpFormatException, KeyException {
        this.packets = packets;
        this.engine = engine;
        this.primary = KeyPacket.parse(packets.get(0).body());
        this.verification = engine.verification(primary);
    }

    TransferableKey read() throws PgpFormatException {
        List<Part> parts = parts();
        readPrimary(parts.get(0));
        parts.stream().filter(p -> p.is(Packet.USER_ID)).forEach(this::readUserId);
        parts.stream().filter(p -> p.is(Packet.PUBLIC_SUBKEY)).forEach(this::readSubkey);
        Component component = new Component(
                primary,
                verification,
                "",
                List.of(direct, certifications),
                revocations(parts.get(0), SignaturePacket.KEY_REVOCATION, primary.hashed()));
        return new TransferableKey(TransferableKey.encode(packets), component, subkeys, userIds);
    }

    private List<Part> parts() throws PgpFormatException {
        List<Part> parts = new ArrayList<>();
        for (Packet packet : packets) {
            switch (packet.tag()) {
                case Packet.PUBLIC_KEY, Packet.PUBLIC_SUBKEY, Packet.USER_ID, Packet.USER_ATTRIBUTE ->
                    parts.add(new Part(packet));
                case Packet.SIGNATURE -> parts.get(parts.size() - 1).add(packet.body());
                case Packet.TRUST -> {
                    // What a program thinks of the key is not for others.
                }
                default -> throw malformed("key holds " + Packet.name(packet.tag()));
            }
        }
        return parts;
    }

    private void readPrimary(Part part) {
        accepted(part, SignaturePacket.DIRECT_KEY, primary.hashed())
                .forEach(signature -> direct.add(new Statement(signature, true)));
    }

    private void readUserId(Part part) {
        byte[] userId = part.packet.body();
        byte[] hashed = ByteBuffer.allocate(5 + userId.length)
                .put((byte) 0xB4)
                .putInt(userId.length)
                .put(userId)
                .array();
        byte[] content = concat(primary.hashed(), hashed);
        Instant revoked = revocations(part, SignaturePacket.CERTIFICATION_REVOCATION, content).stream()
                .map(Revocation::created)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        List<Statement> statements = SignaturePacket.CERTIFICATIONS.stream()
                .flatMap(type -> accepted(part, type, content))
                .filter(signature -> signature.created().isAfter(revoked))
                .map(signature -> new Statement(signature, true))
                .toList();
        certifications.addAll(statements);
        if (!statements.isEmpty()) {
            userIds.add(TransferableKey.userId(userId));
        }
    }

    private void readSubkey(Part part) {
        KeyPacket key;
        try {
            key = KeyPacket.parse(part.packet.body());
        } catch (PgpFormatException e) {
            // A subkey of a version that is not known here is none.
            return;
        }
        OpenPgpEngine.@Nullable Verification own = null;
        String refusal = "";
        try {
            own = engine.verification(key);
        } catch (KeyException e) {
            refusal = String.valueOf(e.getMessage());
        }
        byte[] content = concat(primary.hashed(), key.hashed());
        List<Statement> bindings = new ArrayList<>();
        for (SignaturePacket binding :
                accepted(part, SignaturePacket.SUBKEY_BINDING, content).toList()) {
            if (!binding.created().isBefore(key.created())) {
                bindings.add(new Statement(binding, own != null && signedBack(binding, key, own, content)));
            }
        }
        List<Revocation> revocations = revocations(part, SignaturePacket.SUBKEY_REVOCATION, content);
        subkeys.add(new Component(key, own, refusal, List.of(bindings), revocations));
    }

    /** Without this anybody could bind another's signing key to a primary key of their own. */
    private static boolean signedBack(
            SignaturePacket binding, KeyPacket key, OpenPgpEngine.Verification own, byte[] content) {
        return binding.embedded().stream()
                .map(SelfSignatures::parse)
                .flatMap(Optional::stream)
                .anyMatch(back -> back.type() == SignaturePacket.PRIMARY_KEY_BINDING
                        && back.expires().isEmpty()
                        && isBy(key, own, back, content));
    }

    /** The primary key's signatures of that type over that content. */
    private Stream<SignaturePacket> accepted(Part part, int type, byte[] content) {
        return part.signatures.stream().filter(s -> s.type() == type && isBy(primary, verification, s, content));
    }

    private static boolean isBy(
            KeyPacket key, OpenPgpEngine.Verification by, SignaturePacket signature, byte[] content) {
        return signature.names(key)
                && !signature.created().isBefore(key.created())
                && signature.notUnderstood().isEmpty()
                && HashRules.problemOf(signature.hash(), by.publicKey()).isEmpty()
                && verifies(by, signature, content);
    }

    private static boolean verifies(OpenPgpEngine.Verification by, SignaturePacket signature, byte[] content) {
        try {
            return by.verify(signature, signature.over(Signable.of(content)));
        } catch (IOException e) {
            throw new IllegalStateException("a key in memory could not be read", e);
        }
    }

    /** With whatever hash and critical subpackets: a doubt about a revocation is a doubt about the key. */
    private List<Revocation> revocations(Part part, int type, byte[] content) {
        List<Revocation> revocations = new ArrayList<>();
        for (SignaturePacket signature : part.signatures) {
            if (signature.type() == type && revokes(signature, content)) {
                revocations.add(new Revocation(signature.created(), signature.isSoftRevocation()));
            }
        }
        if (part.holdsUnreadable(type)) {
            revocations.add(new Revocation(primary.created(), false));
        }
        return revocations;
    }

    /** The keys that the owner named as revokers are not here to verify with; they are taken at their word. */
    private boolean revokes(SignaturePacket signature, byte[] content) {
        boolean byRevoker = Stream.of(direct, certifications)
                .flatMap(List::stream)
                .anyMatch(s -> s.signature().revokers().contains(signature.issuerKeyId()));
        return byRevoker || (signature.names(primary) && verifies(verification, signature, content));
    }

    private static Optional<SignaturePacket> parse(byte[] body) {
        try {
            return Optional.of(SignaturePacket.parse(body));
        } catch (PgpFormatException e) {
            return Optional.empty();
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** A key or user id with the signatures that follow it. Others may sign a key too, in whatever form. */
    private static final class Part {
        private final Packet packet;
        private final List<SignaturePacket> signatures = new ArrayList<>();
        private final List<byte[]> unreadable = new ArrayList<>();

        Part(Packet packet) {
            this.packet = packet;
        }

        boolean is(int tag) {
            return packet.tag() == tag;
        }

        void add(byte[] body) {
            parse(body).ifPresentOrElse(signatures::add, () -> unreadable.add(body));
        }

        /** True when there is a signature of that type that is damaged or of another version, which has it elsewhere. */
        boolean holdsUnreadable(int type) {
            return unreadable.stream().anyMatch(b -> b.length > 2 && (b[1] == type || b[2] == type));
        }
    }
}
