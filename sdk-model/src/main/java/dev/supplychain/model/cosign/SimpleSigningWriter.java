package dev.supplychain.model.cosign;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.model.internal.JsonValues;
import java.nio.charset.StandardCharsets;

/** The bytes of each dialect, as the program that it comes from writes them. */
final class SimpleSigningWriter {
    private SimpleSigningWriter() {}

    static byte[] compact(Dialect dialect, String dockerReference, Digest digest, Json optional) {
        byte[] json = JsonCodec.write(generator -> {
            generator.writeStartObject();
            generator.writeObjectFieldStart("critical");
            generator.writeObjectFieldStart("identity");
            generator.writeStringField("docker-reference", dockerReference);
            generator.writeEndObject();
            generator.writeObjectFieldStart("image");
            generator.writeStringField("docker-manifest-digest", digest.toString());
            generator.writeEndObject();
            generator.writeStringField("type", dialect.type());
            generator.writeEndObject();
            generator.writeFieldName("optional");
            JsonValues.write(optional, generator);
            generator.writeEndObject();
        });
        return asGoWrites(new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Go escapes what HTML could misread; in compact JSON these characters stand in strings only. */
    private static String asGoWrites(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** The parts are those of a reference: ASCII, and without characters that JSON escapes. */
    static byte[] indented(Dialect dialect, String repository, Digest digest) {
        return """
                {
                  "critical": {
                    "identity": {
                      "docker-reference": "REFERENCE"
                    },
                    "image": {
                      "docker-manifest-digest": "DIGEST"
                    },
                    "type": "TYPE"
                  }
                }
                """.replace("TYPE", dialect.type())
                .replace("DIGEST", digest.toString())
                .replace("REFERENCE", repository)
                .getBytes(StandardCharsets.UTF_8);
    }
}
