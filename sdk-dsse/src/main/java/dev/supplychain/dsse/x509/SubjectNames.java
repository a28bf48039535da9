package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.internal.DerException;
import dev.supplychain.model.MalformedDataException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Whom a certificate was made for: its alternative names that are texts, and the distinguished name where there are none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6">RFC 5280, subject alternative name</a>
 */
final class SubjectNames {
    private static final String SUBJECT_ALTERNATIVE_NAME = "551d11";
    private static final int MAX_NAMES = 64;
    private static final int MAX_BYTES = 2048;

    private static final int OTHER_NAME = 0xA0;
    private static final int E_MAIL = 0x81;
    private static final int DNS_NAME = 0x82;
    private static final int URI = 0x86;
    private static final int IP_ADDRESS = 0x87;
    /** An address of X.400, a distinguished name, an EDI name, a registered identifier: never the name of a signer. */
    private static final List<Integer> NO_TEXTS = List.of(0xA3, 0xA4, 0xA5, 0x88);

    private static final int EXPLICIT_VALUE = 0xA0;
    /** Fulcio's user names, 1.3.6.1.4.1.57264.1.7. */
    private static final byte[] USER_NAME = HexFormat.of().parseHex("2b0601040183bf300107");

    private SubjectNames() {}

    /**
     * The names, in the order of the certificate.
     *
     * @throws MalformedDataException when the extension is not as its specification says
     */
    static List<String> of(StrictCertificate certificate) {
        Optional<byte[]> extension = certificate.extension(SUBJECT_ALTERNATIVE_NAME);
        try {
            if (extension.isPresent()) {
                return parse(extension.get());
            }
        } catch (DerException e) {
            throw new MalformedDataException(
                    "certificate", "subject alternative name", String.valueOf(e.getMessage()), e);
        }
        String name = certificate.certificate().getSubjectX500Principal().getName();
        // A line feed in a name would be one in a message.
        return name.isEmpty() || name.chars().anyMatch(Character::isISOControl) ? List.of() : List.of(name);
    }

    static List<String> parse(byte[] der) throws DerException {
        List<String> names = new ArrayList<>();
        Der list = Der.readSequence(der);
        while (true) {
            if (list.nextIs(E_MAIL)) {
                names.add(ascii(list.content(E_MAIL)));
            } else if (list.nextIs(DNS_NAME)) {
                names.add(ascii(list.content(DNS_NAME)));
            } else if (list.nextIs(URI)) {
                names.add(ascii(list.content(URI)));
            } else if (list.nextIs(IP_ADDRESS)) {
                names.add(address(list.content(IP_ADDRESS)));
            } else if (list.nextIs(OTHER_NAME)) {
                userName(list.content(OTHER_NAME)).ifPresent(names::add);
            } else if (!skip(list)) {
                list.end();
                return List.copyOf(names);
            }
            if (names.size() > MAX_NAMES) {
                throw new DerException("more than " + MAX_NAMES + " names");
            }
        }
    }

    private static boolean skip(Der list) throws DerException {
        for (int tag : NO_TEXTS) {
            if (list.nextIs(tag)) {
                list.content(tag);
                return true;
            }
        }
        return false;
    }

    private static String ascii(byte[] content) throws DerException {
        requireLength(content);
        for (byte b : content) {
            if (b < 0x20 || b == 0x7F) {
                throw new DerException("a name that is not of printable ASCII characters");
            }
        }
        return new String(content, StandardCharsets.US_ASCII);
    }

    private static String address(byte[] content) throws DerException {
        try {
            return InetAddress.getByAddress(content).getHostAddress();
        } catch (UnknownHostException e) {
            throw new DerException("an address of " + content.length + " bytes");
        }
    }

    private static Optional<String> userName(byte[] content) throws DerException {
        Der name = Der.of(content);
        byte[] kind = name.content(Der.OID);
        byte[] value = name.content(EXPLICIT_VALUE);
        name.end();
        if (!Arrays.equals(kind, USER_NAME)) {
            return Optional.empty();
        }
        requireLength(value);
        return Optional.of(Utf8String.read(value));
    }

    private static void requireLength(byte[] name) throws DerException {
        if (name.length == 0 || name.length > MAX_BYTES) {
            throw new DerException("a name of " + name.length + " bytes; allowed are 1 to " + MAX_BYTES);
        }
    }
}
