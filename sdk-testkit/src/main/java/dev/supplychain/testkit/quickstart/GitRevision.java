package dev.supplychain.testkit.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commit a checkout stands at, read from its files: git need not be installed. */
final class GitRevision {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String POINTER = "ref: ";

    private GitRevision() {}

    /** The commit of the checkout that holds this file; absent when there is none, or no commit yet. */
    static Optional<String> of(Path file) throws IOException {
        @Nullable Path checkout = file.toAbsolutePath();
        while (checkout != null && !Files.exists(checkout.resolve(".git"))) {
            checkout = checkout.getParent();
        }
        if (checkout == null) {
            return Optional.empty();
        }
        Path git = gitFolder(checkout);
        Path head = git.resolve("HEAD");
        return Files.exists(head) ? resolve(git, line(head)) : Optional.empty();
    }

    /** In a linked work tree or a submodule {@code .git} is a file that names the folder. */
    private static Path gitFolder(Path checkout) throws IOException {
        Path git = checkout.resolve(".git");
        return Files.isDirectory(git) ? git : checkout.resolve(line(git).replaceFirst("^gitdir: ", ""));
    }

    private static Optional<String> resolve(Path git, String head) throws IOException {
        if (!head.startsWith(POINTER)) {
            return Optional.of(head).filter(COMMIT.asMatchPredicate());
        }
        String ref = head.substring(POINTER.length());
        Path common = commonFolder(git);
        for (Path folder : new Path[] {git, common}) {
            if (Files.exists(folder.resolve(ref))) {
                return Optional.of(line(folder.resolve(ref))).filter(COMMIT.asMatchPredicate());
            }
        }
        return packed(common.resolve("packed-refs"), ref);
    }

    private static Path commonFolder(Path git) throws IOException {
        Path pointer = git.resolve("commondir");
        return Files.exists(pointer) ? git.resolve(line(pointer)) : git;
    }

    private static Optional<String> packed(Path refs, String ref) throws IOException {
        if (!Files.exists(refs)) {
            return Optional.empty();
        }
        return Files.readAllLines(refs).stream()
                .filter(line -> line.endsWith(" " + ref))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(COMMIT.asMatchPredicate())
                .findFirst();
    }

    private static String line(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
