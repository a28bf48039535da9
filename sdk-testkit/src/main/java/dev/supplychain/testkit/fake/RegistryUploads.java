package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Uploads that have begun. Every answer names another place to go on, and the old one is no more. */
final class RegistryUploads {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    private final Map<String, Upload> uploads = new HashMap<>();

    private static final class Upload {
        private final String repository;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int state;

        Upload(String repository) {
            this.repository = repository;
        }
    }

    /** Where to go on. */
    String start(String repository, String id) {
        Upload upload = new Upload(repository);
        uploads.put(id, upload);
        return location(id, upload);
    }

    private static String location(String id, Upload upload) {
        return "/v2/" + upload.repository + "/blobs/uploads/" + id + "?_state=" + upload.state;
    }

    private Upload find(String repository, String id, String state) {
        @Nullable Upload upload = uploads.get(id);
        if (upload == null || !upload.repository.equals(repository) || !state.equals(Integer.toString(upload.state))) {
            throw new RegistryError(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
        }
        return upload;
    }

    /** Takes a part, which begins where the last has ended. */
    FakeAnswer patch(String repository, FakeRequest request, String id, String state) {
        Upload upload = find(repository, id, state);
        append(upload, request);
        upload.state++;
        return new FakeAnswer(202, Map.of(), Bytes.empty())
                .withHeader("Location", location(id, upload))
                .withHeader("Range", "0-" + (upload.content.size() - 1));
    }

    private static void append(Upload upload, FakeRequest request) {
        String range = request.header("Content-Range").orElse("");
        if (!range.isEmpty()) {
            Matcher parts = RANGE.matcher(range);
            boolean fits = parts.matches()
                    && Long.parseLong(parts.group(1)) == upload.content.size()
                    && Long.parseLong(parts.group(2)) - Long.parseLong(parts.group(1)) + 1
                            == request.body().size();
            if (!fits) {
                throw new RegistryError(
                        416,
                        "BLOB_UPLOAD_INVALID",
                        "the part does not begin at " + upload.content.size() + " or has another size",
                        Map.of("Range", "0-" + Math.max(0, upload.content.size() - 1)));
            }
        }
        upload.content.writeBytes(request.body().toByteArray());
    }

    /** Takes the last part, which may be empty. */
    Bytes end(String repository, FakeRequest request, String id, String state) {
        Upload upload = find(repository, id, state);
        append(upload, request);
        uploads.remove(id);
        return Bytes.of(upload.content.toByteArray());
    }

    /** How far it is. */
    FakeAnswer status(String repository, String id, String state) {
        Upload upload = find(repository, id, state);
        return new FakeAnswer(204, Map.of(), Bytes.empty())
                .withHeader("Location", location(id, upload))
                .withHeader("Range", "0-" + Math.max(0, upload.content.size() - 1));
    }

    void cancel(String repository, String id, String state) {
        find(repository, id, state);
        uploads.remove(id);
    }
}
