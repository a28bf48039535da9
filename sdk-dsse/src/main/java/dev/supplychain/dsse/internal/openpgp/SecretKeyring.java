package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;

import dev.supplychain.dsse.KeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A private key as it is handed about: like a public one, with the private halves in it (RFC 9580, section 10.2). */
public final class SecretKeyring {
    private final TransferableKey publicKey;
    private final Map<String, OpenPgpEngine.SecretKey> secretKeys;

    private SecretKeyring(TransferableKey publicKey, Map<String, OpenPgpEngine.SecretKey> secretKeys) {
        this.publicKey = publicKey;
        this.secretKeys = secretKeys;
    }

    /**
     * Reads one key; private halves stay closed.
     *
     * @throws PgpFormatException when something else is there, or more
     * @throws KeyException when the primary key is weak or of a kind that is not allowed
     */
    public static SecretKeyring parse(byte[] packets, OpenPgpEngine engine) throws PgpFormatException, KeyException {
        List<Packet> publicPackets = new ArrayList<>();
        Map<String, OpenPgpEngine.SecretKey> secretKeys = new HashMap<>();
        PacketReader reader = new PacketReader(packets);
        while (reader.hasNext()) {
            Packet packet = reader.next();
            if (packet.tag() == Packet.PUBLIC_KEY) {
                throw malformed("it is a public key: give the private one, from gpg --export-secret-keys");
            }
            if (packet.tag() != Packet.SECRET_KEY && packet.tag() != Packet.SECRET_SUBKEY) {
                publicPackets.add(packet);
                continue;
            }
            OpenPgpEngine.SecretKey secret = engine.secretKey(packet.body());
            boolean primary = packet.tag() == Packet.SECRET_KEY;
            publicPackets.add(new Packet(primary ? Packet.PUBLIC_KEY : Packet.PUBLIC_SUBKEY, secret.publicKey()));
            secretKeys.put(KeyPacket.parse(secret.publicKey()).fingerprint(), secret);
        }
        List<TransferableKey> keys = TransferableKey.parse(TransferableKey.encode(publicPackets), engine);
        if (keys.size() != 1) {
            throw malformed("expected one private key instead of " + keys.size());
        }
        return new SecretKeyring(keys.get(0), secretKeys);
    }

    /** The public half. */
    public TransferableKey publicKey() {
        return publicKey;
    }

    /**
     * The key to sign with at that time: the newest subkey for signing of which the private half is here, else the primary
     * key.
     *
     * @throws KeyException when there is none
     */
    public Component signingKeyAt(Instant now) throws KeyException {
        for (Component component : publicKey.signingKeysAt(now)) {
            OpenPgpEngine.SecretKey secret = secretKeys.get(component.key().fingerprint());
            if (secret != null && !secret.isStub()) {
                return component;
            }
        }
        throw new KeyException("OpenPGP key " + publicKey.primary() + " has no private key that may sign at " + now
                + ": " + publicKey.problems(now));
    }

    /**
     * Opens the private half of that part.
     *
     * @throws KeyException when the passphrase does not
     */
    public OpenPgpEngine.PrivateKey open(Component component, char[] passphrase) throws KeyException {
        return Objects.requireNonNull(secretKeys.get(component.key().fingerprint()), "private half")
                .open(passphrase);
    }
}
