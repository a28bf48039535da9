package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;

/**
 * One document of a policy file, as it was read.
 *
 * @param kind the kind, such as {@code BuildTool}
 * @param name the name, from {@code metadata.name}
 * @param content the whole document: mappings and lists as in the file, aliases in full, unquoted whole numbers and
 *     {@code true} and {@code false} as such, everything else as text
 * @param file what messages call the file
 * @param line the line in which the document's first field stands, from 1
 */
public record PolicyDocument(String kind, String name, Json content, String file, int line) {
    /** The document as reports name it: {@code /policies/{Kind}/{name}}. */
    public String uri() {
        return "/policies/" + kind + "/" + name;
    }

    /** SHA-256 of the content as compact JSON: comments and layout do not change it, everything else does. */
    public Digest digest() {
        return Digest.sha256(content.toUtf8());
    }
}
