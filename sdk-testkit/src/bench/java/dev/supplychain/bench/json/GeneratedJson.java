package dev.supplychain.bench.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * Documents in the shapes that servers and tools write, the same in every run: seven of ten occurrences are
 * vulnerabilities, two builds, one an attestation.
 */
final class GeneratedJson {
    private static final String[] WORDS =
            ("a an the of in to by with allows attacker remote code execution crafted input"
                            + " library version before buffer overflow parser memory denial service header request server"
                            + " certificate path traversal affected fixed upgrade component default configuration")
                    .split(" ");
    private static final String[] SEVERITIES = {"MINIMAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"};
    private static final String[] ECOSYSTEMS = {"MAVEN", "OS", "NPM", "GO", "PYPI"};

    private final SplittableRandom random = new SplittableRandom(20261120);
    private final JsonGenerator out;

    private GeneratedJson(OutputStream out) throws IOException {
        this.out = new JsonFactory().setRootValueSeparator("\n").createGenerator(out);
    }

    @FunctionalInterface
    private interface Part {
        void write() throws IOException;
    }

    /** A page of that many v1 occurrences, about 3.3 kB each: 10,000 of them stay below the reader's limit of 32 MiB. */
    static byte[] occurrences(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeOccurrences(count, bytes);
        return bytes.toByteArray();
    }

    /** {@link #occurrences} without holding them. */
    static void writeOccurrences(int count, OutputStream to) {
        write(
                to,
                json -> json.object(() -> {
                    json.out.writeArrayFieldStart("occurrences");
                    for (int i = 0; i < count; i++) {
                        json.occurrence(i);
                    }
                    json.out.writeEndArray();
                    json.out.writeStringField("nextPageToken", "CiA2");
                }));
    }

    /** That many v1 occurrences as newline-delimited JSON. */
    static void writeLines(int count, OutputStream to) {
        write(to, json -> {
            for (int i = 0; i < count; i++) {
                json.occurrence(i);
            }
        });
    }

    /** A vulnerability occurrence. */
    static byte[] occurrence() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, json -> json.occurrence(0));
        return bytes.toByteArray();
    }

    /** A CycloneDX 1.6 document with that many components, about 1.2 kB each. */
    static byte[] cycloneDx(int components) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, json -> json.bom(components));
        return bytes.toByteArray();
    }

    /** An in-toto statement about {@link #cycloneDx}. */
    static byte[] cycloneDxStatement(int components) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(
                bytes,
                json -> json.object(() -> {
                    json.text("_type", "https://in-toto.io/Statement/v1");
                    json.subjects("app.jar");
                    json.text("predicateType", "https://cyclonedx.org/bom");
                    json.out.writeFieldName("predicate");
                    json.bom(components);
                }));
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Document {
        void write(GeneratedJson json) throws IOException;
    }

    private static void write(OutputStream to, Document document) {
        try {
            GeneratedJson json = new GeneratedJson(to);
            document.write(json);
            json.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void occurrence(int index) throws IOException {
        object(() -> {
            text("name", "projects/production/locations/europe-west3/occurrences/" + hex(32));
            text("resourceUri", "https://europe-west3-docker.pkg.dev/production/images/app@sha256:" + hex(64));
            int kind = index % 10;
            text("noteName", kind < 7 ? "projects/goog-vulnz/notes/CVE-2026-" + index : "projects/production/notes/n");
            text("kind", kind < 7 ? "VULNERABILITY" : kind < 9 ? "BUILD" : "ATTESTATION");
            text("createTime", time());
            text("updateTime", time());
            if (kind < 7) {
                member("vulnerability", this::vulnerability);
            } else if (kind < 9) {
                member("build", this::build);
            } else {
                member("attestation", this::attestation);
                member("envelope", this::envelope);
            }
        });
    }

    private void vulnerability() throws IOException {
        text("severity", pick(SEVERITIES));
        out.writeNumberField("cvssScore", random.nextInt(20, 200) / 20.0);
        text("cvssVersion", "CVSS_VERSION_3");
        text("effectiveSeverity", pick(SEVERITIES));
        out.writeBooleanField("fixAvailable", true);
        text("shortDescription", "CVE-2026-" + random.nextInt(1000, 99999));
        text("longDescription", words(85));
        out.writeArrayFieldStart("packageIssue");
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            object(this::packageIssue);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("relatedUrls");
        for (int i = 0; i < 5; i++) {
            object(() -> {
                text("url", "https://security.example.org/advisories/" + hex(24));
                text("label", words(2));
            });
        }
        out.writeEndArray();
        member("cvssv3", () -> {
            out.writeNumberField("baseScore", 9.8);
            out.writeNumberField("exploitabilityScore", 3.9);
            out.writeNumberField("impactScore", 5.9);
            text("attackVector", "ATTACK_VECTOR_NETWORK");
            text("attackComplexity", "ATTACK_COMPLEXITY_LOW");
            text("privilegesRequired", "PRIVILEGES_REQUIRED_NONE");
            text("userInteraction", "USER_INTERACTION_NONE");
            text("scope", "SCOPE_UNCHANGED");
            text("confidentialityImpact", "IMPACT_HIGH");
            text("integrityImpact", "IMPACT_HIGH");
            text("availabilityImpact", "IMPACT_HIGH");
        });
    }

    private void packageIssue() throws IOException {
        text("affectedCpeUri", "cpe:/o:debian:debian_linux:12");
        text("affectedPackage", words(1) + "-" + words(1));
        member("affectedVersion", this::version);
        text("fixedCpeUri", "cpe:/o:debian:debian_linux:12");
        text("fixedPackage", words(1) + "-" + words(1));
        member("fixedVersion", this::version);
        out.writeBooleanField("fixAvailable", true);
        text("packageType", pick(ECOSYSTEMS));
        text("effectiveSeverity", pick(SEVERITIES));
        out.writeArrayFieldStart("fileLocation");
        object(() -> {
            text("filePath", "/usr/lib/" + words(1) + "/" + hex(12) + ".jar");
            member("layerDetails", () -> {
                out.writeNumberField("index", random.nextInt(1, 30));
                text("diffId", "sha256:" + hex(64));
                text("chainId", "sha256:" + hex(64));
                text("command", "RUN apt-get install -y " + words(4));
            });
        });
        out.writeEndArray();
    }

    private void version() throws IOException {
        out.writeNumberField("epoch", 1);
        text("name", random.nextInt(20) + "." + random.nextInt(100));
        text("revision", Integer.toString(random.nextInt(9)));
        text("kind", "NORMAL");
        text("fullName", "1:" + random.nextInt(20) + "." + random.nextInt(100));
    }

    private void build() throws IOException {
        member("provenance", () -> {
            text("id", hex(36));
            text("projectId", "production");
            out.writeArrayFieldStart("commands");
            for (int i = 0; i < 4; i++) {
                object(() -> {
                    text("name", "gcr.io/cloud-builders/docker@sha256:" + hex(64));
                    texts("args", "build", "--tag", "app:" + hex(8), ".");
                    text("id", words(1));
                });
            }
            out.writeEndArray();
            out.writeArrayFieldStart("builtArtifacts");
            object(() -> {
                text("checksum", "sha256:" + hex(64));
                text("id", "europe-west3-docker.pkg.dev/production/images/app@sha256:" + hex(64));
                texts("names", "europe-west3-docker.pkg.dev/production/images/app:" + hex(8));
            });
            out.writeEndArray();
            text("createTime", time());
            text("startTime", time());
            text("endTime", time());
            text("creator", "builder@production.iam.example.com");
            text("logsUri", "https://logs.example.com/builds/" + hex(36));
            member(
                    "sourceProvenance",
                    () -> member(
                            "context",
                            () -> member("git", () -> {
                                text("url", "https://git.example.com/app.git");
                                text("revisionId", hex(40));
                            })));
            text("triggerId", hex(36));
            member("buildOptions", () -> text("machineType", "E2_HIGHCPU_8"));
            text("builderVersion", "2.1");
        });
        member("inTotoSlsaProvenanceV1", () -> {
            text("_type", "https://in-toto.io/Statement/v1");
            subjects("europe-west3-docker.pkg.dev/production/images/app");
            text("predicateType", "https://slsa.dev/provenance/v1");
            member("predicate", () -> {
                member("buildDefinition", () -> {
                    text("buildType", "https://cloud.google.com/build/gcb-buildtypes/google-worker/v1");
                    member(
                            "externalParameters",
                            () -> member("buildConfigSource", () -> {
                                text("ref", "refs/heads/main");
                                text("repository", "git+https://git.example.com/app");
                                text("path", "cloudbuild.yaml");
                            }));
                    out.writeArrayFieldStart("resolvedDependencies");
                    for (int i = 0; i < 7; i++) {
                        object(() -> {
                            text("uri", "pkg:maven/org.example/" + words(1) + "@" + random.nextInt(30));
                            member("digest", () -> text("sha256", hex(64)));
                        });
                    }
                    out.writeEndArray();
                });
                member("runDetails", () -> {
                    member("builder", () -> text("id", "https://cloudbuild.googleapis.com/GoogleHostedWorker"));
                    member("metadata", () -> {
                        text("invocationId", "https://cloudbuild.example.com/builds/" + hex(36));
                        text("startedOn", time());
                        text("finishedOn", time());
                    });
                });
            });
        });
    }

    private void attestation() throws IOException {
        text("serializedPayload", base64(900));
        signatures("publicKeyId", "signature");
    }

    private void envelope() throws IOException {
        text("payload", base64(900));
        text("payloadType", "application/vnd.in-toto+json");
        signatures("keyid", "sig");
    }

    private void signatures(String keyId, String signature) throws IOException {
        out.writeArrayFieldStart("signatures");
        object(() -> {
            text(keyId, "projects/verified-builder/locations/global/keyRings/attestor/cryptoKeys/builtByGCB/1");
            text(signature, base64(71));
        });
        out.writeEndArray();
    }

    private void bom(int components) throws IOException {
        object(() -> {
            text("bomFormat", "CycloneDX");
            text("specVersion", "1.6");
            text("serialNumber", "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79");
            out.writeNumberField("version", 1);
            member("metadata", () -> {
                text("timestamp", "2026-11-20T10:00:00Z");
                member("component", () -> {
                    text("type", "application");
                    text("bom-ref", "app");
                    text("name", "app");
                    text("version", "1.0");
                });
            });
            out.writeArrayFieldStart("components");
            for (int i = 0; i < components; i++) {
                component(i);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("dependencies");
            for (int i = 0; i < components; i++) {
                String ref = "component-" + i;
                String on = "component-" + random.nextInt(components);
                object(() -> {
                    text("ref", ref);
                    texts("dependsOn", on);
                });
            }
            out.writeEndArray();
        });
    }

    private void component(int index) throws IOException {
        String group = "org.example." + words(1);
        String name = words(1) + "-" + words(1);
        String version = random.nextInt(20) + "." + random.nextInt(50) + "." + random.nextInt(9);
        object(() -> {
            text("type", "library");
            text("bom-ref", "component-" + index);
            text("publisher", words(3));
            text("group", group);
            text("name", name);
            text("version", version);
            text("description", words(18));
            text("scope", "required");
            out.writeArrayFieldStart("hashes");
            hash("SHA-1", 40);
            hash("SHA-256", 64);
            hash("SHA-512", 128);
            out.writeEndArray();
            out.writeArrayFieldStart("licenses");
            object(() -> member("license", () -> {
                text("id", "Apache-2.0");
                text("url", "https://www.apache.org/licenses/LICENSE-2.0");
            }));
            out.writeEndArray();
            text("purl", "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar");
            out.writeArrayFieldStart("externalReferences");
            for (String type : new String[] {"website", "vcs", "issue-tracker"}) {
                object(() -> {
                    text("type", type);
                    text("url", "https://git.example.org/" + group + "/" + name + "/" + type);
                });
            }
            out.writeEndArray();
            out.writeArrayFieldStart("properties");
            object(() -> {
                text("name", "example:scan:path");
                text("value", "lib/" + name + "-" + version + ".jar");
            });
            out.writeEndArray();
        });
    }

    private void hash(String algorithm, int digits) throws IOException {
        object(() -> {
            text("alg", algorithm);
            text("content", hex(digits));
        });
    }

    private void subjects(String name) throws IOException {
        out.writeArrayFieldStart("subject");
        object(() -> {
            text("name", name);
            member("digest", () -> text("sha256", hex(64)));
        });
        out.writeEndArray();
    }

    private void object(Part members) throws IOException {
        out.writeStartObject();
        members.write();
        out.writeEndObject();
    }

    private void member(String name, Part members) throws IOException {
        out.writeFieldName(name);
        object(members);
    }

    private void text(String name, String value) throws IOException {
        out.writeStringField(name, value);
    }

    private void texts(String name, String... values) throws IOException {
        out.writeFieldName(name);
        out.writeArray(values, 0, values.length);
    }

    private String time() {
        return "2026-11-" + random.nextInt(10, 21) + "T" + random.nextInt(10, 24) + ":00:00."
                + random.nextInt(100, 1000) + "Z";
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        while (hex.length() < digits) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    private String base64(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(pick(WORDS));
        }
        return words.toString();
    }
}
