package dev.supplychain.dsse.x509;

/**
 * What Fulcio writes into a certificate about the build that asked for it, below 1.3.6.1.4.1.57264.1.
 *
 * @see <a href="https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md">Fulcio's object identifiers</a>
 */
public enum FulcioExtension {
    /** Who vouched for the identity, in older certificates. */
    ISSUER_V1(1),
    /** The event that started the workflow, in older certificates. */
    GITHUB_WORKFLOW_TRIGGER(2),
    /** The commit that the workflow ran on, in older certificates. */
    GITHUB_WORKFLOW_SHA(3),
    /** The name of the workflow, in older certificates. */
    GITHUB_WORKFLOW_NAME(4),
    /** The repository as {@code owner/name}, in older certificates. */
    GITHUB_WORKFLOW_REPOSITORY(5),
    /** The branch or tag, in older certificates. */
    GITHUB_WORKFLOW_REF(6),
    /** Who vouched for the identity, such as {@code https://token.actions.githubusercontent.com}. */
    ISSUER(8),
    /** The build instructions that signed, as a URI. */
    BUILD_SIGNER_URI(9),
    /** The version of the build instructions that signed. */
    BUILD_SIGNER_DIGEST(10),
    /** Whether the build ran on the platform's machines or the customer's. */
    RUNNER_ENVIRONMENT(11),
    /** The repository that was built, as a URI. */
    SOURCE_REPOSITORY_URI(12),
    /** The exact version of the source, such as a commit. */
    SOURCE_REPOSITORY_DIGEST(13),
    /** The branch or tag that was built. */
    SOURCE_REPOSITORY_REF(14),
    /** The repository's number at its host, which outlives a change of name. */
    SOURCE_REPOSITORY_IDENTIFIER(15),
    /** The owner of the repository, as a URI. */
    SOURCE_REPOSITORY_OWNER_URI(16),
    /** The owner's number at the repository's host. */
    SOURCE_REPOSITORY_OWNER_IDENTIFIER(17),
    /** The top-level build instructions, as a URI. */
    BUILD_CONFIG_URI(18),
    /** The version of the top-level build instructions. */
    BUILD_CONFIG_DIGEST(19),
    /** What started the build. */
    BUILD_TRIGGER(20),
    /** The very run, as a URI. */
    RUN_INVOCATION_URI(21),
    /** Whether the repository was public when it was built. */
    SOURCE_REPOSITORY_VISIBILITY_AT_SIGNING(22),
    /** The environment that was deployed to. */
    DEPLOYMENT_ENVIRONMENT(23),
    /** The subject of the token that the certificate was issued for. */
    TOKEN_SUBJECT(24);

    /** Up to this number the value is the bare text, afterwards a DER UTF8String. */
    private static final int LAST_BARE = 6;

    private final int number;

    FulcioExtension(int number) {
        this.number = number;
    }

    /** The last number of the object identifier, whose others are {@code 1.3.6.1.4.1.57264.1}. */
    public int number() {
        return number;
    }

    boolean isBare() {
        return number <= LAST_BARE;
    }

    /** The content bytes of the object identifier, in hexadecimal. */
    String id() {
        return "2b0601040183bf3001" + Character.forDigit(number >> 4, 16) + Character.forDigit(number & 0xF, 16);
    }
}
