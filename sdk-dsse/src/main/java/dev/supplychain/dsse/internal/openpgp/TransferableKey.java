package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.limit;
import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;

import dev.supplychain.dsse.KeyException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A public key as it is handed about: a primary key, its user ids and its subkeys (RFC 9580, section 10.1). */
public final class TransferableKey {
    private static final int MAX_PACKETS = 4096;

    private final byte[] packets;
    private final Component primary;
    private final List<Component> subkeys;
    private final List<String> userIds;

    TransferableKey(byte[] packets, Component primary, List<Component> subkeys, List<String> userIds) {
        this.packets = packets;
        this.primary = primary;
        this.subkeys = List.copyOf(subkeys);
        this.userIds = List.copyOf(userIds);
    }

    /**
     * Reads one key after another.
     *
     * @throws PgpFormatException when something else is there
     * @throws KeyException when a primary key is weak or of a kind that is not allowed
     */
    public static List<TransferableKey> parse(byte[] packets, OpenPgpEngine engine)
            throws PgpFormatException, KeyException {
        List<TransferableKey> keys = new ArrayList<>();
        for (List<Packet> group : groups(packets)) {
            keys.add(new SelfSignatures(group, engine).read());
        }
        return keys;
    }

    /** The packets, cut before each primary key. */
    private static List<List<Packet>> groups(byte[] packets) throws PgpFormatException {
        List<List<Packet>> groups = new ArrayList<>();
        PacketReader reader = new PacketReader(packets);
        for (int count = 0; reader.hasNext(); count++) {
            Packet packet = reader.next();
            if (count >= MAX_PACKETS) {
                throw limit("key has more than " + MAX_PACKETS + " packets");
            }
            if (packet.tag() == Packet.SECRET_KEY) {
                throw malformed("it is a private key: give the public one, from gpg --export");
            }
            if (packet.tag() == Packet.PUBLIC_KEY) {
                groups.add(new ArrayList<>());
            }
            if (groups.isEmpty()) {
                throw malformed("key begins with " + Packet.name(packet.tag()));
            }
            groups.get(groups.size() - 1).add(packet);
        }
        return groups;
    }

    static byte[] encode(List<Packet> packets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Packet packet : packets) {
            out.writeBytes(packet.encode());
        }
        return out.toByteArray();
    }

    static String userId(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The packets that it was read from, each with a header in the current format. */
    public byte[] packets() {
        return packets.clone();
    }

    /** The primary key. */
    public Component primary() {
        return primary;
    }

    /** The subkeys, whatever they are for. */
    public List<Component> subkeys() {
        return subkeys;
    }

    /** The primary key and the subkeys. */
    List<Component> components() {
        List<Component> components = new ArrayList<>(subkeys);
        components.add(0, primary);
        return components;
    }

    /** The names that the owner stands by. */
    public List<String> userIds() {
        return userIds;
    }

    /** Why no signature by that part counts at that time; absent when they do. */
    Optional<Component.Problem> problemOf(Component component, Instant now) {
        Optional<Component.Problem> problem = primary.problemAt(now);
        if (problem.isEmpty() && component != primary) {
            problem = component.problemAt(now);
        }
        return problem.isPresent() ? problem : component.problemOfSigningAt(now);
    }

    /** Why each part does not sign at that time, for messages. */
    String problems(Instant now) {
        StringBuilder problems = new StringBuilder();
        for (Component component : components()) {
            String problem = component.refusal().isEmpty()
                    ? problemOf(component, now).map(Component.Problem::text).orElse("its private half is not here")
                    : component.refusal();
            problems.append(problems.length() == 0 ? "" : "; ")
                    .append(component)
                    .append(": ")
                    .append(problem);
        }
        return problems.toString();
    }

    /** The keys that may sign at that time, the newest subkey first and the primary key last, as GnuPG chooses. */
    public List<Component> signingKeysAt(Instant now) {
        List<Component> usable = new ArrayList<>(subkeys);
        usable.sort((a, b) -> b.key().created().compareTo(a.key().created()));
        usable.add(primary);
        usable.removeIf(c -> !c.refusal().isEmpty() || problemOf(c, now).isPresent());
        return List.copyOf(usable);
    }
}
