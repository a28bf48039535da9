package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The artifact signatures of a fake Endor, in the order of their creation. */
final class EndorStore {
    private static final String CREATED_BY = "fake@endor.ai@api-key";
    private static final String BODY = "ArtifactSignatureServiceCreateArtifactSignatureBody";

    private final WireSchema schema = WireSchema.load("endor.json");
    private final Map<Owned, Json> signatures = new LinkedHashMap<>();
    private final Supplier<Instant> clock;
    private final Supplier<String> ids;

    /** An object is only found in the namespace that owns it. */
    private record Owned(String namespace, String uuid) {}

    EndorStore(Supplier<Instant> clock, Supplier<String> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Json create(String namespace, Json body) {
        Json sent = schema.read(BODY, "artifact_signature", body);
        EndorRules.checkTenant(namespace, sent);
        EndorRules.check(sent);
        String uuid = ids.get().replace("-", "").substring(8);
        return put(namespace, uuid, createdMeta(sent), sent);
    }

    Json update(String namespace, Json body) {
        EndorUpdate update = EndorUpdate.parse(body);
        EndorRules.checkTenant(namespace, update.object());
        Json stored = find(namespace, update.uuid());
        Json sent = schema.read(BODY, "artifact_signature", EndorUpdate.writable(update.applyTo(stored)));
        EndorRules.check(sent);
        return put(namespace, update.uuid(), updatedMeta(stored, sent), sent);
    }

    /** Nothing, as the service answers. */
    Json delete(String namespace, String uuid) {
        find(namespace, uuid);
        signatures.remove(new Owned(namespace, uuid));
        return Json.object(Map.of());
    }

    Json find(String namespace, String uuid) {
        return Optional.ofNullable(signatures.get(new Owned(namespace, uuid)))
                .orElseThrow(
                        () -> Refusal.notFound("artifact signature " + uuid + " not found in namespace " + namespace));
    }

    Stream<Json> owned(String namespace, boolean andChildren) {
        return signatures.entrySet().stream()
                .filter(entry -> entry.getKey().namespace().equals(namespace)
                        || (andChildren && entry.getKey().namespace().startsWith(namespace + ".")))
                .map(Map.Entry::getValue);
    }

    Json tamper(String namespace, String uuid, UnaryOperator<Json> change) {
        Json now = signatures.computeIfPresent(new Owned(namespace, uuid), (key, stored) -> change.apply(stored));
        if (now == null) {
            throw new IllegalArgumentException("namespace " + namespace + " owns no artifact signature " + uuid);
        }
        return now;
    }

    private Json put(String namespace, String uuid, Json meta, Json sent) {
        Map<String, Json> stored = new LinkedHashMap<>();
        stored.put("uuid", Json.of(uuid));
        stored.put("tenant_meta", Json.object(Map.of("namespace", Json.of(namespace))));
        stored.put("meta", meta);
        stored.put("spec", sent.get("spec").orElseThrow());
        Json signature = Json.object(stored);
        signatures.put(new Owned(namespace, uuid), signature);
        return signature;
    }

    private Json createdMeta(Json sent) {
        Json now = Json.of(clock.get().toString());
        Map<String, Json> all =
                new LinkedHashMap<>(sent.get("meta").orElseThrow().members());
        all.put("create_time", now);
        all.put("update_time", now);
        all.put("upsert_time", now);
        all.put("created_by", Json.of(CREATED_BY));
        all.put("updated_by", Json.of(CREATED_BY));
        all.put("kind", Json.of("ArtifactSignature"));
        all.put("version", Json.of("v1"));
        return Json.object(all);
    }

    /** What was set at the creation stays. */
    private Json updatedMeta(Json stored, Json sent) {
        Map<String, Json> all = new LinkedHashMap<>(createdMeta(sent).members());
        for (String kept : List.of("create_time", "created_by", "upsert_time")) {
            all.put(kept, JsonPaths.get(stored, "meta." + kept).orElseThrow());
        }
        return Json.object(all);
    }
}
