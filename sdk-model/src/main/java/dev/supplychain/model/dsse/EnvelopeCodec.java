package dev.supplychain.model.dsse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.ByteScan;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.model.internal.JsonValues;
import java.io.IOException;
import java.util.Base64;

/** Envelopes to and from tokens; on jackson-core alone, for the cold start of a build tool. */
final class EnvelopeCodec {
    private static final String INPUT = "envelope";

    private EnvelopeCodec() {}

    /** A class where a lambda would do: the first lambda of a JVM costs more than the rest of the reading. */
    static final class Reading implements JsonCodec.Reader<Envelope> {
        private final byte[] source;

        Reading(byte[] source) {
            this.source = source;
        }

        @Override
        public Envelope read(JsonParser parser) throws IOException {
            return EnvelopeCodec.read(parser, source);
        }
    }

    /** A class for the same reason. */
    record Writing(Envelope envelope) implements JsonCodec.Writer {
        @Override
        public void write(JsonGenerator generator) throws IOException {
            EnvelopeCodec.write(envelope, generator);
        }
    }

    static Envelope read(JsonParser parser, byte[] source) throws IOException {
        Envelope.Builder envelope = Envelope.builder();
        require(parser, "", JsonToken.START_OBJECT, "an object");
        boolean hasPayload = false;
        boolean hasType = false;
        boolean hasSignatures = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "payload" -> {
                    envelope.payload(readBase64(parser, source, "/payload"));
                    hasPayload = true;
                }
                case "payloadType" -> {
                    envelope.payloadType(readString(parser, "/payloadType"));
                    hasType = true;
                }
                case "signatures" -> {
                    require(parser, "/signatures", JsonToken.START_ARRAY, "an array");
                    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                        envelope.addSignatures(readSignature(parser, source, "/signatures/" + i));
                    }
                    hasSignatures = true;
                }
                default -> envelope.putUnknownFields(name, JsonValues.read(parser));
            }
        }
        requireMember(hasPayload, "", "payload");
        requireMember(hasType, "", "payloadType");
        requireMember(hasSignatures, "", "signatures");
        return envelope.build();
    }

    private static EnvelopeSignature readSignature(JsonParser parser, byte[] source, String place) throws IOException {
        EnvelopeSignature.Builder signature = EnvelopeSignature.builder();
        require(parser, place, JsonToken.START_OBJECT, "an object");
        boolean hasSig = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "keyid" -> signature.keyid(readKeyid(parser, place + "/keyid"));
                case "sig" -> {
                    signature.sig(readBase64(parser, source, place + "/sig"));
                    hasSig = true;
                }
                default -> signature.putUnknownFields(name, JsonValues.read(parser));
            }
        }
        requireMember(hasSig, place, "sig");
        return signature.build();
    }

    /** Unset and empty are the same to DSSE, and some writers say null for unset. */
    private static String readKeyid(JsonParser parser, String place) throws IOException {
        return parser.hasToken(JsonToken.VALUE_NULL) ? "" : readString(parser, place);
    }

    private static String readString(JsonParser parser, String place) throws IOException {
        require(parser, place, JsonToken.VALUE_STRING, "a string");
        return parser.getText();
    }

    /** Decodes from the document's own bytes where the string has no escapes: a large payload is never a String. */
    private static Bytes readBase64(JsonParser parser, byte[] source, String place) throws IOException {
        require(parser, place, JsonToken.VALUE_STRING, "a base64 string");
        int from = (int) parser.currentTokenLocation().getByteOffset() + 1;
        int to = ByteScan.indexOfEither('"', '\\', source, from, source.length);
        boolean hasNoEscapes = to < source.length && source[to] == '"';
        try {
            return hasNoEscapes ? Bytes.parseBase64(source, from, to) : Bytes.parseBase64(parser.getText());
        } catch (MalformedDataException e) {
            throw e.within(INPUT, place);
        }
    }

    private static void require(JsonParser parser, String place, JsonToken wanted, String name) {
        if (!parser.hasToken(wanted)) {
            throw new MalformedDataException(INPUT, place, "is not " + name);
        }
    }

    private static void requireMember(boolean present, String place, String name) {
        if (!present) {
            throw new MalformedDataException(INPUT, place, "lacks the member \"" + name + "\"");
        }
    }

    static void write(Envelope envelope, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        writeBase64("payload", envelope.payload(), generator);
        generator.writeStringField("payloadType", envelope.payloadType());
        generator.writeArrayFieldStart("signatures");
        for (EnvelopeSignature signature : envelope.signatures()) {
            generator.writeStartObject();
            generator.writeStringField("keyid", signature.keyid());
            writeBase64("sig", signature.sig(), generator);
            JsonValues.writeMembers(signature.unknownFields(), generator);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        JsonValues.writeMembers(envelope.unknownFields(), generator);
        generator.writeEndObject();
    }

    /** Base64 needs no escapes, so nobody has to look for any: in a large payload that took longer than the signature. */
    private static void writeBase64(String name, Bytes bytes, JsonGenerator generator) throws IOException {
        byte[] ascii = Base64.getEncoder().encode(bytes.toByteArray());
        generator.writeFieldName(name);
        generator.writeRawUTF8String(ascii, 0, ascii.length);
    }
}
