package dev.supplychain.model.sbom;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.PackageUrl;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that an artifact is made of.
 *
 * @param purl its package URL as the document writes it, not checked ({@link #packageUrl} does); absent when the document gives none
 * @param name its name
 * @param version its version
 * @param digests its digests by the algorithm names of a DigestSet, such as {@code sha256}, in lower case; an algorithm
 *     that has no such name keeps its own in lower case with {@code _} for {@code -}
 */
public record SbomComponent(
        Optional<String> purl, Optional<String> name, Optional<String> version, Map<String, String> digests) {
    /** Copies the digests. */
    public SbomComponent {
        digests = Map.copyOf(digests);
    }

    /**
     * The package URL, read; absent when the document gives none.
     *
     * @throws MalformedDataException when the document has a text there that is not a package URL
     */
    public Optional<PackageUrl> packageUrl() {
        return purl.map(PackageUrl::parse);
    }

    /** True when one of the digests is this one: same algorithm, same value. */
    public boolean matches(Digest digest) {
        return digest.hex().equals(digests.get(digest.algorithm()));
    }
}
