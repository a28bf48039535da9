package dev.supplychain.bench.json;

import dev.supplychain.bench.FreshJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Goal 14: what the first typed occurrence costs. */
public final class ColdParse {
    private ColdParse() {}

    /** Argument: the number of rounds, 21 unless given. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 21;
        Path json = Files.write(Files.createTempFile("occurrence", ".json"), GeneratedJson.occurrence());
        FreshJvm.compare(
                rounds,
                FirstOccurrence.class,
                List.of("records", "records-of-this", "google", "sdk"),
                List.of(json.toString()));
    }
}
