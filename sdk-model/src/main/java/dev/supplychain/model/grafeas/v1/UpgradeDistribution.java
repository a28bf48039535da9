package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an operating system vendor says about an upgrade: classification, severity and the vulnerabilities it fixes.
 *
 * <p>Proto: {@code grafeas.v1.UpgradeDistribution}.
 */
@Value.Immutable
@JsonDeserialize(builder = UpgradeDistribution.Builder.class)
@JsonPropertyOrder({"cpeUri", "classification", "severity", "cve"})
public interface UpgradeDistribution extends Message {
    /** CPE URI of the operating system. */
    Optional<String> cpeUri();

    /** Classification in the vendor's feed; for Windows, the id of an update category. */
    Optional<String> classification();

    /** Severity in the vendor's own words. */
    Optional<String> severity();

    /** CVE numbers that the upgrade fixes. */
    List<String> cve();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UpgradeDistribution}. */
    final class Builder extends ImmutableUpgradeDistribution.Builder {
        Builder() {}
    }
}
