package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Requests that no client of ours would send. */
final class Http {
    private static final OkHttpClient CLIENT = new OkHttpClient();

    private Http() {}

    record Answer(int status, String contentType, String body) {
        Json json() {
            return Json.parse(body);
        }

        String text(String name) {
            return json().get(name).map(Json::string).orElse("");
        }
    }

    static Answer get(FakeServer fake, String path, String... headers) {
        return send(new Request.Builder().headers(Headers.of(headers)).url(fake.url() + path));
    }

    /** Posts JSON, unless the headers say otherwise. */
    static Answer post(FakeServer fake, String path, String body, String... headers) {
        Headers sent = headers.length == 0 ? Headers.of("Content-Type", "application/json") : Headers.of(headers);
        return send(new Request.Builder()
                .headers(sent)
                .url(fake.url() + path)
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8))));
    }

    /** Any method; with a JSON body unless it is empty. */
    static Answer send(FakeServer fake, String method, String path, String body) {
        RequestBody sent = body.isEmpty() ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8));
        return send(new Request.Builder()
                .header("Content-Type", "application/json")
                .url(fake.url() + path)
                .method(method, sent));
    }

    private static Answer send(Request.Builder request) {
        try (Response response = CLIENT.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(),
                    Optional.ofNullable(response.header("Content-Type")).orElse(""),
                    response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
