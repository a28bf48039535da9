package dev.supplychain.bench.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.json.JsonObjectParser;
import com.google.api.client.json.gson.GsonFactory;
import dev.supplychain.bench.FreshJvm;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads one vulnerability occurrence in a JVM of its own. */
final class FirstOccurrence {
    private FirstOccurrence() {}

    /** Arguments: the candidate, the occurrence's file. */
    public static void main(String[] args) throws Exception {
        byte[] json = Files.readAllBytes(Path.of(args[1]));
        boolean isRead = switch (args[0]) {
            case "nothing" -> true;
            case "sdk" -> Sdk.read(json);
            case "records" -> Records.read(json);
            case "records-of-this" -> Records.readVulnerability(json);
            case "google" -> Google.read(json);
            default -> throw new IllegalArgumentException(args[0]);
        };
        if (!isRead) {
            throw new IllegalStateException(args[0] + " did not find it");
        }
        FreshJvm.printCpuTime();
    }

    private static final class Sdk {
        static boolean read(byte[] json) {
            return ModelJson.read(json, Occurrence.class).vulnerability().isPresent();
        }
    }

    private static final class Records {
        private static ObjectMapper mapper() {
            return new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        }

        /** All that an occurrence can hold. */
        static boolean read(byte[] json) throws IOException {
            return mapper().readValue(json, RecordsV1.Occurrence.class).vulnerability() != null;
        }

        /** Only what this occurrence holds. */
        static boolean readVulnerability(byte[] json) throws IOException {
            return mapper().readValue(json, OnlyVulnerability.class).vulnerability() != null;
        }
    }

    /** A vulnerability occurrence of somebody who needs no other kind. */
    public record OnlyVulnerability(
            String name,
            String resourceUri,
            String noteName,
            String kind,
            String remediation,
            String createTime,
            String updateTime,
            RecordsV1.VulnerabilityOccurrence vulnerability) {}

    private static final class Google {
        static boolean read(byte[] json) throws IOException {
            return new JsonObjectParser.Builder(GsonFactory.getDefaultInstance())
                            .build()
                            .parseAndClose(
                                    new ByteArrayInputStream(json), StandardCharsets.UTF_8, GoogleV1.Occurrence.class)
                            .vulnerability
                    != null;
        }
    }
}
