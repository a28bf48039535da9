package dev.supplychain.model.sbom;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.intoto.InTotoStatement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The components that a CycloneDX or SPDX document in a statement lists, with their purls and digests.
 *
 * <p>Predicate types that begin with {@code https://cyclonedx.org/bom} and {@code https://spdx.dev/Document} are read:
 * CycloneDX components with the ones nested in them, the packages of SPDX 2, and the {@code software_Package} elements of
 * SPDX 3. A component that is nested comes before the one that holds it; a package with several purls comes once for each.
 * The artifact itself is among the packages of SPDX, but not among the components of CycloneDX, where it is {@code
 * metadata.component}.
 *
 * <pre>{@code
 * boolean hasLog4j = SbomComponents.of(verified.statement())
 *     .flatMap(component -> component.purl().stream())
 *     .anyMatch(purl -> purl.startsWith("pkg:maven/org.apache.logging.log4j/log4j-core@"));
 * }</pre>
 */
public final class SbomComponents {
    private SbomComponents() {}

    /**
     * The components in the predicate of a statement, found as the stream is consumed; none when there is no predicate.
     *
     * @throws MalformedDataException when the predicate type is of neither family; also from the stream, when a member
     *     has a wrong type
     */
    public static Stream<SbomComponent> of(InTotoStatement statement) {
        return of(statement.predicateType(), statement.predicate());
    }

    /**
     * The components in a predicate, found as the stream is consumed.
     *
     * @throws MalformedDataException when the predicate type is of neither family; also from the stream, when a member
     *     has a wrong type
     */
    public static Stream<SbomComponent> of(String predicateType, Json predicate) {
        return of(predicateType, Optional.of(predicate));
    }

    /**
     * Reads the bytes of a statement once, without a tree in memory, and hands out each component as it is found.
     *
     * <p>The bytes are what was signed, the payload of a verified envelope, and as many as its verifier has let pass. They
     * are read strictly, but unlike {@link
     * InTotoStatement#parse} this does not look for duplicates among members that it has no use for. What was handed out
     * counts only when this method returns. A statement that has its predicate before its predicate type is read twice.
     *
     * @throws MalformedDataException when it is not a statement, its predicate type is of neither family, or a member that is read
     *     has a wrong type or stands there twice; it names the place
     */
    public static void read(byte[] statement, Consumer<? super SbomComponent> each) {
        SbomReader.read(statement, each);
    }

    private static Stream<SbomComponent> of(String predicateType, Optional<Json> predicate) {
        return switch (SbomFormat.of(predicateType)) {
            case CYCLONE_DX ->
                predicate.stream()
                        .map(document -> require(document, Json.Kind.OBJECT, "", "an object"))
                        .flatMap(SbomComponents::cycloneDx);
            case SPDX -> predicate.stream().flatMap(SbomComponents::spdx);
        };
    }

    private static Stream<SbomComponent> cycloneDx(Json holder) {
        return elements(holder, "components")
                .flatMap(component -> Stream.concat(cycloneDx(component), emitted(cycloneDxDraft(component))));
    }

    private static SbomDraft cycloneDxDraft(Json component) {
        SbomDraft draft = new SbomDraft();
        draft.name(text(component, "name"));
        draft.version(text(component, "version"));
        draft.purl(text(component, "purl"));
        elements(component, "hashes").forEach(hash -> draft.digest(digestName(hash, "alg"), text(hash, "content")));
        return draft;
    }

    private static Stream<SbomComponent> spdx(Json document) {
        return require(document, Json.Kind.OBJECT, "", "an object").members().keySet().stream()
                .flatMap(member -> switch (member) {
                    case "packages" -> elements(document, member).flatMap(SbomComponents::spdxPackage);
                    case "@graph" -> elements(document, member).flatMap(SbomComponents::spdxElement);
                    default -> Stream.empty();
                });
    }

    private static Stream<SbomComponent> spdxPackage(Json element) {
        SbomDraft draft = new SbomDraft();
        draft.name(text(element, "name"));
        draft.version(text(element, "versionInfo"));
        elements(element, "externalRefs")
                .filter(ref -> "purl".equals(text(ref, "referenceType")))
                .forEach(ref -> draft.purl(text(ref, "referenceLocator")));
        elements(element, "checksums")
                .forEach(checksum -> draft.digest(digestName(checksum, "algorithm"), text(checksum, "checksumValue")));
        return emitted(draft);
    }

    private static Stream<SbomComponent> spdxElement(Json element) {
        SbomDraft draft = new SbomDraft();
        draft.name(text(element, "name"));
        draft.version(text(element, "software_packageVersion"));
        draft.purl(text(element, "software_packageUrl"));
        elements(element, "externalIdentifier")
                .filter(id -> "packageUrl".equals(text(id, "externalIdentifierType")))
                .forEach(id -> draft.purl(text(id, "identifier")));
        elements(element, "verifiedUsing")
                .filter(method -> "Hash".equals(text(method, "type")))
                .forEach(hash -> draft.digest(digestName(hash, "algorithm"), text(hash, "hashValue")));
        return "software_Package".equals(text(element, "type")) ? emitted(draft) : Stream.empty();
    }

    private static Stream<SbomComponent> emitted(SbomDraft draft) {
        Stream.Builder<SbomComponent> components = Stream.builder();
        draft.emit(components);
        return components.build();
    }

    private static Stream<Json> elements(Json object, String member) {
        List<Json> elements = object.get(member)
                .map(value ->
                        require(value, Json.Kind.ARRAY, member, "an array").elements())
                .orElse(List.of());
        return elements.stream().map(element -> require(element, Json.Kind.OBJECT, member, "an array of objects"));
    }

    private static @Nullable String digestName(Json object, String member) {
        @Nullable String algorithm = text(object, member);
        return algorithm == null ? null : DigestNames.of(algorithm);
    }

    private static @Nullable String text(Json object, String member) {
        return object.get(member)
                .map(value ->
                        require(value, Json.Kind.STRING, member, "a string").string())
                .orElse(null);
    }

    private static Json require(Json value, Json.Kind kind, String member, String what) {
        if (value.kind() != kind) {
            throw new MalformedDataException("predicate", member, "is not " + what);
        }
        return value;
    }
}
