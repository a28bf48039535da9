package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.testkit.fake.Delivery.Proper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Faults in what a successful answer says; to HTTP all is well. */
final class BodyFaults {
    private static final int DEPTH = 100_000;
    private static final String SAME_TOKEN = "same-token";
    private static final Set<String> LISTS = Set.of("occurrences", "notes", "objects", "repositories", "tags");

    private BodyFaults() {}

    static Delivery cutInLine(FaultyCall call) {
        FakeAnswer own = call.own();
        return changed(own, cutInLastLine(own.body()).toByteArray());
    }

    /** What is left when the second half of the last line is lost. */
    static Bytes cutInLastLine(Bytes body) {
        byte[] bytes = body.toByteArray();
        int end = bytes.length > 0 && bytes[bytes.length - 1] == '\n' ? bytes.length - 1 : bytes.length;
        int start = end;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return Bytes.of(Arrays.copyOf(bytes, start + (end - start) / 2));
    }

    static Delivery errorLine(FaultyCall call) {
        return appended(call.own(), """
                {"error": {"code": 503, "message": "the stream broke off", "status": "UNAVAILABLE"}}
                """);
    }

    static Delivery problemLine(FaultyCall call) {
        return appended(call.own(), """
                {"type": "about:blank", "title": "Internal Server Error", "status": 500, "detail": "S3 is not reached"}
                """);
    }

    static Delivery wrongContentType(FaultyCall call) {
        return new Proper(call.own().withHeader("Content-Type", "text/html"));
    }

    static Delivery empty(FaultyCall call) {
        return changed(call.own(), new byte[0]);
    }

    static Delivery noContent(FaultyCall call) {
        call.own();
        return new Proper(new FakeAnswer(204, Map.of(), Bytes.of(new byte[0])));
    }

    static Delivery literalNull(FaultyCall call) {
        return changed(call.own(), utf8("null"));
    }

    static Delivery invalidUtf8(FaultyCall call) {
        byte[] cut = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
        return changed(call.own(), cut);
    }

    static Delivery unknownMembers(FaultyCall call) {
        return edited(call.own(), BodyFaults::withNewMember);
    }

    private static Json withNewMember(Json answer) {
        if (answer.kind() == Json.Kind.ARRAY) {
            return Json.array(
                    answer.elements().stream().map(BodyFaults::withNewMember).toList());
        }
        return answer.kind() == Json.Kind.OBJECT
                ? with(answer, "x_member_of_tomorrow", Json.strings(List.of("a", "b")))
                : answer;
    }

    static Delivery duplicateKey(FaultyCall call) {
        return changed(call.own(), utf8("{\"name\":\"a\",\"name\":\"b\"}"));
    }

    static Delivery trailingGarbage(FaultyCall call) {
        return appended(call.own(), "{}");
    }

    static Delivery deepNesting(FaultyCall call) {
        return changed(call.own(), utf8("[".repeat(DEPTH) + "]".repeat(DEPTH)));
    }

    static Delivery repeatedPageToken(FaultyCall call) {
        return edited(call.own(), BodyFaults::withSameToken);
    }

    /** Grafeas' member, or Endor's. */
    private static Json withSameToken(Json page) {
        if (page.get("list").isEmpty()) {
            return with(page, "nextPageToken", Json.of(SAME_TOKEN));
        }
        Json next = Json.object(Map.of("next_page_id", Json.of(SAME_TOKEN)));
        return with(page, "list", with(page.get("list").get(), "response", next));
    }

    static Delivery emptyPage(FaultyCall call) {
        return edited(call.own(), BodyFaults::emptied);
    }

    private static Json emptied(Json page) {
        Map<String, Json> members = new LinkedHashMap<>(page.members());
        members.replaceAll((name, value) -> LISTS.contains(name)
                ? Json.array(List.of())
                : name.equals("list") && value.kind() == Json.Kind.OBJECT ? emptied(value) : value);
        return Json.object(members);
    }

    static Delivery wrongDigest(FaultyCall call) {
        return appended(call.own(), " ");
    }

    static Delivery wrongDigestHeader(FaultyCall call) {
        return new Proper(call.own().withHeader("Docker-Content-Digest", "sha256:" + "0".repeat(64)));
    }

    /** The same answer with another body. */
    private static FakeAnswer withBody(FakeAnswer answer, byte[] body) {
        return new FakeAnswer(answer.status(), answer.headers(), Bytes.of(body));
    }

    private static Delivery changed(FakeAnswer answer, byte[] body) {
        return new Proper(withBody(answer, body));
    }

    private static Delivery appended(FakeAnswer answer, String text) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(answer.body().toByteArray());
        body.writeBytes(utf8(text));
        return changed(answer, body.toByteArray());
    }

    /** An answer that is no JSON stays as it is. */
    static Delivery edited(FakeAnswer answer, UnaryOperator<Json> edit) {
        try {
            return changed(
                    answer, edit.apply(Json.parse(answer.body().toByteArray())).toUtf8());
        } catch (MalformedDataException e) {
            return new Proper(answer);
        }
    }

    static Json with(Json object, String name, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return Json.object(members);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
