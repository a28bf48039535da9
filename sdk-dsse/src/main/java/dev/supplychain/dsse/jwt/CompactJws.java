package dev.supplychain.dsse.jwt;

import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a compact JWS, read as strictly as they can be: two readers must not see two tokens in one text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-3.1">RFC 7515, section 3.1</a>
 */
final class CompactJws {
    /** The longest token in characters. */
    static final int MAX_CHARS = 16_384;

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]*)\\.([A-Za-z0-9_-]+)");

    private final byte[] signed;
    private final Json header;
    private final byte[] payload;
    private final byte[] signature;

    private CompactJws(byte[] signed, Json header, byte[] payload, byte[] signature) {
        this.signed = signed;
        this.header = header;
        this.payload = payload;
        this.signature = signature;
    }

    /** Reads a token and refuses what nobody may ask for in its header; nothing in it is trusted yet. */
    static CompactJws parse(String token) throws VerificationException {
        // Before it is split: 100 MB of dots would be as many parts.
        if (token.length() > MAX_CHARS) {
            throw new VerificationException(
                    Reason.LIMIT, "token has " + token.length() + " characters, more than the limit of " + MAX_CHARS);
        }
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            throw malformed(
                    token.chars().filter(c -> c == '.').count() == 4
                            ? "it has five parts: encrypted tokens are not taken"
                            : "it is not three parts of base64url with dots between them",
                    null);
        }
        byte[] headerBytes = decode("header", parts.group(1));
        byte[] payload = decode("payload", parts.group(2));
        byte[] signature = decode("signature", parts.group(3));
        byte[] signed = token.substring(0, parts.end(2)).getBytes(StandardCharsets.US_ASCII);
        return new CompactJws(signed, header(headerBytes), payload, signature);
    }

    private static byte[] decode(String part, String base64url) throws VerificationException {
        Optional<byte[]> bytes = Base64Url.decode(base64url);
        if (bytes.isEmpty()) {
            throw malformed("its " + part + " is not in canonical base64url", null);
        }
        return bytes.get();
    }

    private static Json header(byte[] utf8) throws VerificationException {
        Json header;
        try {
            header = Json.parse(utf8);
        } catch (MalformedDataException e) {
            throw malformed("its header is not strict JSON: " + e.getMessage(), e);
        }
        if (header.kind() != Json.Kind.OBJECT) {
            throw malformed("its header is not a JSON object", null);
        }
        requireAbsent(header, "crit", "no extension is understood here");
        requireAbsent(header, "b64", "payloads are base64url here");
        requireAbsent(header, "enc", "encrypted tokens are not taken");
        requireAbsent(header, "zip", "payloads are not compressed here");
        return header;
    }

    private static void requireAbsent(Json header, String name, String reason) throws VerificationException {
        if (header.members().containsKey(name)) {
            throw malformed("its header has \"" + name + "\": " + reason, null);
        }
    }

    private static VerificationException malformed(String problem, @Nullable Exception cause) {
        return new VerificationException(Reason.MALFORMED, "token is not taken: " + problem, cause);
    }

    /** A text in the header; absent when there is none. */
    Optional<String> text(String name) throws VerificationException {
        Json value = header.members().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.kind() != Json.Kind.STRING) {
            throw malformed("\"" + name + "\" in its header is not a text but " + Excerpt.of(value.toString()), null);
        }
        return Optional.of(value.string());
    }

    Json header() {
        return header;
    }

    /** The characters that the signature is over. */
    byte[] signed() {
        return signed;
    }

    byte[] payload() {
        return payload;
    }

    byte[] signature() {
        return signature;
    }
}
