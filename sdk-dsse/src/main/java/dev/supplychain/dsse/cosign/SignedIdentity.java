package dev.supplychain.dsse.cosign;

import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.oci.ImageReference;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which name an image has to be signed under, beside its digest. The names are those of containers-policy.json, {@code
 * signedIdentity}.
 *
 * @see <a href="https://github.com/containers/image/blob/main/docs/containers-policy.json.5.md#signedby">containers-policy.json,
 *     signedIdentity</a>
 */
public final class SignedIdentity {
    private static final SignedIdentity ANY = new SignedIdentity("any name", (payload, image) -> true);

    private final String name;
    private final BiPredicate<SimpleSigningPayload, ImageReference> rule;

    private SignedIdentity(String name, BiPredicate<SimpleSigningPayload, ImageReference> rule) {
        this.name = name;
        this.rule = rule;
    }

    /** The repository of the image, whatever the tag: for cosign, which signs no tag. */
    public static SignedIdentity matchRepository() {
        return new SignedIdentity("matchRepository", SimpleSigningPayload::matchesRepository);
    }

    /** The repository of the image with its tag, or with its digest when it has no tag: for skopeo and podman. */
    public static SignedIdentity matchExact() {
        return new SignedIdentity("matchExact", (payload, image) -> payload.matchesExactly(asPulled(image)));
    }

    /** That repository, whatever the tag: for images that were copied from there. */
    public static SignedIdentity exactRepository(ImageReference signed) {
        return new SignedIdentity(
                "exactRepository " + signed.repository(), (payload, image) -> payload.matchesRepository(signed));
    }

    /** That repository with its tag, or with its digest when it has no tag: for images that were copied from there. */
    public static SignedIdentity exactReference(ImageReference signed) {
        return new SignedIdentity(
                "exactReference " + asPulled(signed), (payload, image) -> payload.matchesExactly(asPulled(signed)));
    }

    /**
     * Any name or none, as cosign does: a signature over an image then also holds in every other repository, for example
     * in one where the same image has another meaning.
     */
    public static SignedIdentity insecureAny() {
        return ANY;
    }

    private static ImageReference asPulled(ImageReference image) {
        return image.tag().isPresent()
                ? new ImageReference(image.domain(), image.path(), image.tag(), Optional.empty())
                : image;
    }

    /** True when the payload names that image in the way that is asked for; its digest is another question. */
    public boolean isHeldBy(SimpleSigningPayload payload, ImageReference image) {
        return rule.test(payload, image);
    }

    /** True when something signed has to name a repository at all: for all rules but {@link #insecureAny}. */
    public boolean needsName() {
        return this != ANY;
    }

    /** The name of the rule, and what it compares with. */
    @Override
    public String toString() {
        return name;
    }
}
