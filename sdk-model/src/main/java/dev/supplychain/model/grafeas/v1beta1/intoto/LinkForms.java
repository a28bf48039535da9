package dev.supplychain.model.grafeas.v1beta1.intoto;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.grafeas.v1beta1.intoto.Link.Artifact;
import dev.supplychain.model.grafeas.v1beta1.intoto.Link.ArtifactHashes;
import dev.supplychain.model.grafeas.v1beta1.intoto.Link.ByProducts;
import dev.supplychain.model.grafeas.v1beta1.intoto.Link.Environment;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Links between the in-toto form, which is a whole statement, and the one of Grafeas. */
final class LinkForms {
    private static final String GRAFEAS = "Link";
    private static final String IN_TOTO = "statement";
    private static final String SHA256 = "sha256";

    private LinkForms() {}

    static InTotoStatement toInToto(Link link, String stepName) {
        dev.supplychain.model.intoto.Link predicate = dev.supplychain.model.intoto.Link.builder()
                .name(stepName)
                .command(link.command())
                .materials(descriptors(link.materials(), "/materials"))
                .byproducts(link.byproducts().map(b -> texts(b, b.customValues(), "/byproducts")))
                .environment(link.environment().map(e -> texts(e, e.customValues(), "/environment")))
                .unknownFields(link.unknownFields())
                .build();
        InTotoStatement statement = InTotoStatement.builder()
                .subject(descriptors(link.products(), "/products"))
                .predicateType(dev.supplychain.model.intoto.Link.PREDICATE_TYPE)
                .predicate(predicate)
                .build();
        // What is unknown there must not be a member here: the reader refuses duplicates.
        return InTotoStatement.parse(statement.toJson());
    }

    static Link toGrafeas(InTotoStatement statement) {
        if (!statement.predicateType().equals(dev.supplychain.model.intoto.Link.PREDICATE_TYPE)) {
            throw new MalformedDataException(
                    IN_TOTO, "/predicateType", Excerpt.quoted(statement.predicateType()) + " is not a link");
        }
        requireNoMore(IN_TOTO, "", statement);
        dev.supplychain.model.intoto.Link predicate = statement.predicateAs(dev.supplychain.model.intoto.Link.class);
        Link link = Link.builder()
                .command(predicate.command())
                .materials(artifacts(predicate.materials(), "/predicate/materials"))
                .products(artifacts(statement.subject(), "/subject"))
                .byproducts(predicate
                        .byproducts()
                        .map(b -> ByProducts.builder()
                                .customValues(texts(b, "/predicate/byproducts"))
                                .build()))
                .environment(predicate
                        .environment()
                        .map(e -> Environment.builder()
                                .customValues(texts(e, "/predicate/environment"))
                                .build()))
                .unknownFields(predicate.unknownFields())
                .build();
        return ModelJson.readStrict(ModelJson.write(link), Link.class);
    }

    private static List<ResourceDescriptor> descriptors(List<Artifact> artifacts, String place) {
        return IntStream.range(0, artifacts.size())
                .mapToObj(i -> descriptor(artifacts.get(i), place + "/" + i))
                .toList();
    }

    private static ResourceDescriptor descriptor(Artifact artifact, String place) {
        Map<String, String> digest = new LinkedHashMap<>();
        artifact.hashes().ifPresent(hashes -> {
            hashes.sha256().ifPresent(hex -> digest.put(SHA256, hex));
            hashes.unknownFields()
                    .forEach((algorithm, hex) -> digest.put(algorithm, text(hex, place + "/hashes/" + algorithm)));
        });
        return ResourceDescriptor.builder()
                .name(artifact.resourceUri())
                .digest(digest)
                .unknownFields(artifact.unknownFields())
                .build();
    }

    private static String text(Json hash, String place) {
        if (hash.kind() != Json.Kind.STRING) {
            throw new MalformedDataException(GRAFEAS, place, "is not a text");
        }
        return hash.string();
    }

    private static List<Artifact> artifacts(List<ResourceDescriptor> descriptors, String place) {
        return IntStream.range(0, descriptors.size())
                .mapToObj(i -> artifact(descriptors.get(i), place + "/" + i))
                .toList();
    }

    private static Artifact artifact(ResourceDescriptor descriptor, String place) {
        requireAbsent(descriptor.uri(), place + "/uri");
        requireAbsent(descriptor.content(), place + "/content");
        requireAbsent(descriptor.downloadLocation(), place + "/downloadLocation");
        requireAbsent(descriptor.mediaType(), place + "/mediaType");
        requireAbsent(descriptor.annotations().keySet().stream().findFirst(), place + "/annotations");
        return Artifact.builder()
                .resourceUri(descriptor.name())
                .hashes(Optional.of(descriptor.digest())
                        .filter(digest -> !digest.isEmpty())
                        .map(LinkForms::hashes))
                .unknownFields(descriptor.unknownFields())
                .build();
    }

    private static ArtifactHashes hashes(Map<String, String> digest) {
        ArtifactHashes.Builder hashes = ArtifactHashes.builder();
        digest.forEach((algorithm, hex) -> {
            if (algorithm.equals(SHA256)) {
                hashes.sha256(hex);
            } else {
                hashes.putUnknownFields(algorithm, Json.of(hex));
            }
        });
        return hashes.build();
    }

    private static void requireAbsent(Optional<?> member, String place) {
        if (member.isPresent()) {
            throw new MalformedDataException(IN_TOTO, place, "has no place in the artifacts of Grafeas");
        }
    }

    private static void requireNoMore(String input, String place, Message message) {
        message.unknownFields().keySet().stream().findFirst().ifPresent(name -> {
            throw new MalformedDataException(input, place + "/" + name, "has no place in the other form");
        });
    }

    private static Json texts(Message message, Map<String, String> values, String place) {
        requireNoMore(GRAFEAS, place, message);
        Map<String, Json> members = new LinkedHashMap<>();
        values.forEach((name, value) -> members.put(name, Json.of(value)));
        return Json.object(members);
    }

    private static Map<String, String> texts(Json object, String place) {
        if (object.kind() != Json.Kind.OBJECT) {
            throw new MalformedDataException(IN_TOTO, place, "is not an object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        object.members()
                .forEach((name, value) ->
                        values.put(name, value.kind() == Json.Kind.STRING ? value.string() : value.toString()));
        return values;
    }
}
