package dev.supplychain.model.sbom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.JsonCodec;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Components from tokens; on jackson-core alone, and with no more in memory than one component. */
final class SbomReader {
    private static final String INPUT = "statement";

    private static final int NAME = 1;
    private static final int VERSION = 1 << 1;
    private static final int PURL = 1 << 2;
    private static final int DIGESTS = 1 << 3;
    private static final int TYPE = 1 << 4;
    private static final int OTHERS = 1 << 5;

    private final JsonParser parser;
    private final Consumer<? super SbomComponent> each;

    private SbomReader(JsonParser parser, Consumer<? super SbomComponent> each) {
        this.parser = parser;
        this.each = each;
    }

    static void read(byte[] statement, Consumer<? super SbomComponent> each) {
        Header header = JsonCodec.parse(
                INPUT, statement, statement.length, parser -> new SbomReader(parser, each).statement(null));
        if (header.predicateType() == null) {
            throw new MalformedDataException(INPUT, "", "lacks the member \"predicateType\"");
        }
        SbomFormat format = SbomFormat.of(header.predicateType());
        if (header.predicateSkipped()) {
            JsonCodec.parse(
                    INPUT, statement, statement.length, parser -> new SbomReader(parser, each).statement(format));
        }
    }

    /** What a pass over the statement has found beside components. */
    private record Header(@Nullable String predicateType, boolean predicateSkipped) {}

    private Header statement(@Nullable SbomFormat known) throws IOException {
        // Costs a fifth of the time; the members that count are watched here.
        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        @Nullable SbomFormat format = known;
        @Nullable String predicateType = null;
        boolean skipped = false;
        Set<String> seen = new HashSet<>();
        requireObject();
        for (String member = nextMember(); member != null; member = nextMember()) {
            once(seen, member);
            switch (member) {
                case "predicateType" -> {
                    predicateType = requireText();
                    format = SbomFormat.of(predicateType);
                }
                case "predicate" -> {
                    if (format == null) {
                        skipped = true;
                        parser.skipChildren();
                    } else if (!parser.hasToken(JsonToken.VALUE_NULL)) {
                        document(format);
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return new Header(predicateType, skipped);
    }

    private void document(SbomFormat format) throws IOException {
        Set<String> seen = new HashSet<>();
        requireObject();
        for (String member = nextMember(); member != null; member = nextMember()) {
            once(seen, member);
            if (format == SbomFormat.CYCLONE_DX && member.equals("components")) {
                objects(this::cycloneDxComponent);
            } else if (format == SbomFormat.SPDX && member.equals("packages")) {
                objects(this::spdxPackage);
            } else if (format == SbomFormat.SPDX && member.equals("@graph")) {
                objects(this::spdxElement);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void cycloneDxComponent() throws IOException {
        SbomDraft draft = new SbomDraft();
        int seen = 0;
        for (String member = nextMember(); member != null; member = nextMember()) {
            switch (member) {
                case "name" -> {
                    seen = once(seen, NAME);
                    draft.name(text());
                }
                case "version" -> {
                    seen = once(seen, VERSION);
                    draft.version(text());
                }
                case "purl" -> {
                    seen = once(seen, PURL);
                    draft.purl(text());
                }
                case "hashes" -> {
                    seen = once(seen, DIGESTS);
                    objects(() -> digest(draft, "alg", "content"));
                }
                case "components" -> {
                    seen = once(seen, OTHERS);
                    objects(this::cycloneDxComponent);
                }
                default -> parser.skipChildren();
            }
        }
        draft.emit(each);
    }

    private void spdxPackage() throws IOException {
        SbomDraft draft = new SbomDraft();
        int seen = 0;
        for (String member = nextMember(); member != null; member = nextMember()) {
            switch (member) {
                case "name" -> {
                    seen = once(seen, NAME);
                    draft.name(text());
                }
                case "versionInfo" -> {
                    seen = once(seen, VERSION);
                    draft.version(text());
                }
                case "externalRefs" -> {
                    seen = once(seen, OTHERS);
                    objects(() -> identifier(draft, "referenceType", "purl", "referenceLocator"));
                }
                case "checksums" -> {
                    seen = once(seen, DIGESTS);
                    objects(() -> digest(draft, "algorithm", "checksumValue"));
                }
                default -> parser.skipChildren();
            }
        }
        draft.emit(each);
    }

    private void spdxElement() throws IOException {
        SbomDraft draft = new SbomDraft();
        @Nullable String type = null;
        int seen = 0;
        for (String member = nextMember(); member != null; member = nextMember()) {
            switch (member) {
                case "type" -> {
                    seen = once(seen, TYPE);
                    type = text();
                }
                case "name" -> {
                    seen = once(seen, NAME);
                    draft.name(text());
                }
                case "software_packageVersion" -> {
                    seen = once(seen, VERSION);
                    draft.version(text());
                }
                case "software_packageUrl" -> {
                    seen = once(seen, PURL);
                    draft.purl(text());
                }
                case "externalIdentifier" -> {
                    seen = once(seen, OTHERS);
                    objects(() -> identifier(draft, "externalIdentifierType", "packageUrl", "identifier"));
                }
                case "verifiedUsing" -> {
                    seen = once(seen, DIGESTS);
                    objects(() -> integrityMethod(draft));
                }
                default -> parser.skipChildren();
            }
        }
        if ("software_Package".equals(type)) {
            draft.emit(each);
        }
    }

    private void digest(SbomDraft draft, String algorithmMember, String valueMember) throws IOException {
        @Nullable String algorithm = null;
        @Nullable String value = null;
        int seen = 0;
        for (String member = nextMember(); member != null; member = nextMember()) {
            if (member.equals(algorithmMember)) {
                seen = once(seen, NAME);
                algorithm = digestName();
            } else if (member.equals(valueMember)) {
                seen = once(seen, OTHERS);
                value = text();
            } else {
                parser.skipChildren();
            }
        }
        draft.digest(algorithm, value);
    }

    /** In SPDX 3 there are other methods than a hash, with the same members. */
    private void integrityMethod(SbomDraft draft) throws IOException {
        @Nullable String[] method = texts("type", "algorithm", "hashValue");
        if ("Hash".equals(method[0]) && method[1] != null) {
            draft.digest(DigestNames.of(method[1]), method[2]);
        }
    }

    private void identifier(SbomDraft draft, String typeMember, String purlType, String valueMember)
            throws IOException {
        @Nullable String[] identifier = texts(typeMember, valueMember);
        if (purlType.equals(identifier[0])) {
            draft.purl(identifier[1]);
        }
    }

    /** The name of the next member, with the parser at its value; null at the end of the object. */
    private @Nullable String nextMember() throws IOException {
        @Nullable String name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    private void once(Set<String> seen, String member) {
        if (!seen.add(member)) {
            throw malformed("is a duplicate");
        }
    }

    private int once(int seen, int member) {
        if ((seen & member) != 0) {
            throw malformed("is a duplicate");
        }
        return seen | member;
    }

    /** Reads the members of one object, from after its brace up to and including the closing one. */
    @FunctionalInterface
    private interface ObjectReader {
        void read() throws IOException;
    }

    private void objects(ObjectReader reader) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return; // unset
        }
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw malformed("is not an array");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireObject();
            reader.read();
        }
    }

    /** The texts of these members of an object; null where there is none. */
    private @Nullable String[] texts(String... names) throws IOException {
        @Nullable String[] texts = new @Nullable String[names.length];
        int seen = 0;
        for (String member = nextMember(); member != null; member = nextMember()) {
            int wanted = indexOf(member, names);
            if (wanted < 0) {
                parser.skipChildren();
            } else {
                seen = once(seen, 1 << wanted);
                texts[wanted] = text();
            }
        }
        return texts;
    }

    private static int indexOf(String member, String... names) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(member)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable String digestName() throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        requireString();
        return DigestNames.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private @Nullable String text() throws IOException {
        return parser.hasToken(JsonToken.VALUE_NULL) ? null : requireText();
    }

    private String requireText() throws IOException {
        requireString();
        return parser.getText();
    }

    private void requireString() {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw malformed("is not a string");
        }
    }

    private void requireObject() {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw malformed("is not an object");
        }
    }

    private MalformedDataException malformed(String problem) {
        return new MalformedDataException(
                INPUT, parser.getParsingContext().pathAsPointer().toString(), problem);
    }
}
