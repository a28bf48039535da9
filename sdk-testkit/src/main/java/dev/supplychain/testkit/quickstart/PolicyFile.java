package dev.supplychain.testkit.quickstart;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.PemKeys;
import java.security.PublicKey;

/** The policies that the quickstart judges by, as an organisation would write them. */
final class PolicyFile {
    private static final String POLICIES = """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata:
              name: quickstart
            spec:
              description: What has to hold before a quickstart artifact is used.
              policySelector:
                matchLabels:
                  gate: quickstart
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata:
              name: built-with-maven
              labels:
                gate: quickstart
            spec:
              description: Artifacts are built with Maven 3 or 4.
              remediation: Build with Maven.
              resultsLabels:
                example.com/gate: quickstart
              matchingStrategy: must-match
              buildTools:
                - toolType: Maven
                  toolVersions: ["3.*", "4.*"]
            ---
            apiVersion: policy.gradle.com/v1
            kind: TrustedPublicKeys
            metadata:
              name: signed-by-the-governor
              labels:
                gate: quickstart
            spec:
              description: Attestations are signed by the Provenance Governor.
              remediation: Publish the artifact through the Governor.
              resultsLabels:
                example.com/gate: quickstart
              keys:
                governor:
                  pem: |
            """;

    private PolicyFile() {}

    /** The file, with that key as the only trusted one. */
    static String trusting(PublicKey key) throws KeyException {
        return POLICIES + PemKeys.writePublicKey(key).indent(10);
    }
}
