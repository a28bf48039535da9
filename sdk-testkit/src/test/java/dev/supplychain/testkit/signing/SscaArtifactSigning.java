package dev.supplychain.testkit.signing;

import dev.supplychain.clients.vault.TransitKeyVersion;
import dev.supplychain.clients.vault.VaultTransitClient;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.cosign.ArtifactFile;
import dev.supplychain.dsse.cosign.ArtifactSigning;
import dev.supplychain.dsse.cosign.ChainOfCustody;
import dev.supplychain.dsse.keys.CosignKeys;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureStore;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.oci.ImageReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An example: the signing step of a Harness pipeline, read from the pipeline's YAML and done with this SDK.
 *
 * <p>Sources are {@code docker} and {@code local}; keys are {@code cosign} (or {@code keybased}: a key file and its password,
 * both secrets) and {@code secret-manager} (a key in Vault).
 */
final class SscaArtifactSigning {
    private static final String TYPE = "SscaArtifactSigning";

    private final Json spec;

    private SscaArtifactSigning(Json spec) {
        this.spec = spec;
    }

    /** The signing steps of a pipeline, in its order. */
    static List<SscaArtifactSigning> in(String pipelineYaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(pipelineYaml);
        List<SscaArtifactSigning> steps = new ArrayList<>();
        collect(json(document), steps);
        return steps;
    }

    private static void collect(Json json, List<SscaArtifactSigning> steps) {
        if (json.kind() == Json.Kind.ARRAY) {
            json.elements().forEach(element -> collect(element, steps));
        } else if (json.kind() == Json.Kind.OBJECT) {
            json.get("step")
                    .filter(step -> step.get("type").equals(Optional.of(Json.of(TYPE))))
                    .flatMap(step -> step.get("spec"))
                    .ifPresent(spec -> steps.add(new SscaArtifactSigning(spec)));
            json.members().values().forEach(member -> collect(member, steps));
        }
    }

    private static Json json(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Json> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
            return Json.object(members);
        }
        if (value instanceof List<?> list) {
            return Json.array(list.stream().map(SscaArtifactSigning::json).toList());
        }
        return value instanceof Boolean bool ? Json.of(bool) : Json.of(String.valueOf(value));
    }

    /**
     * Does the step. Without {@code uploadSignature.upload} nothing is attached; with it the signature replaces those that
     * are there, as Harness says.
     *
     * @param secrets the values of secrets by their references, such as {@code account.Cosign_Password}
     * @param vaults the clients of secret managers by the references of their connectors
     */
    SigningRecord run(
            SignatureStore store,
            ChainOfCustody records,
            Function<String, String> secrets,
            Function<String, VaultTransitClient> vaults)
            throws Exception {
        ArtifactSigning.Builder signing = ArtifactSigning.builder(signer(secrets, vaults))
                .store(store)
                .records(records)
                .signedBy(TYPE);
        if (upload()) {
            signing.attach(Resigning.REPLACE);
        }
        Json source = member(spec, "source");
        Json where = member(source, "spec");
        return switch (text(source, "type")) {
            case "docker" ->
                signing.build()
                        .signImage(ImageReference.docker(text(where, "image")))
                        .record();
            case "local" -> signing.build().signFile(file(where)).record();
            default -> throw new IllegalArgumentException("source " + source + " is not in this example");
        };
    }

    private boolean upload() {
        return spec.get("uploadSignature")
                .flatMap(upload -> upload.get("upload"))
                .equals(Optional.of(Json.of(true)));
    }

    private Signer signer(Function<String, String> secrets, Function<String, VaultTransitClient> vaults)
            throws KeyException {
        Json signing = member(spec, "signing");
        Json how = member(signing, "spec");
        return switch (text(signing, "type")) {
            case "cosign", "keybased" ->
                CosignKeys.readPrivateKey(
                        secrets.apply(text(how, "private_key")),
                        secrets.apply(text(how, "password")).toCharArray());
            case "secret-manager" -> vaultSigner(vaults.apply(text(how, "connector")), text(how, "key"));
            default -> throw new IllegalArgumentException("signing " + text(signing, "type") + " needs a certificate");
        };
    }

    private static Signer vaultSigner(VaultTransitClient vault, String keyName) throws KeyException {
        TransitKeyVersion key = vault.readKey(keyName).latest();
        return Signer.remote(
                PemKeys.readPublicKey(key.pem()),
                SignatureAlgorithm.valueOf(key.algorithm().name()),
                message -> vault.sign(key, message));
    }

    /** Target detection is Manual where the step gives a name, otherwise Auto. */
    private static ArtifactFile file(Json where) {
        Path path = Path.of(text(where, "workspace"));
        return where.get("artifact_name")
                .map(name -> ArtifactFile.named(path, name.string(), text(where, "version")))
                .orElseGet(() -> ArtifactFile.of(path));
    }

    private static Json member(Json json, String name) {
        return json.get(name).orElseThrow(() -> new IllegalArgumentException("the step has no " + name + ": " + json));
    }

    private static String text(Json json, String name) {
        return member(json, name).string();
    }
}
