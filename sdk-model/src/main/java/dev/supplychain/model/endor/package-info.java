/**
 * Endor Labs' artifact signatures; start from {@link dev.supplychain.model.endor.ArtifactSignature}.
 *
 * <p>Accessors are the service's names in camel case: {@code artifact_digest} is {@code artifactDigest()}. Reading takes
 * whatever the service answers, masked rows included; {@code build()} refuses what the service would refuse, and {@code
 * buildPartial()} does not.
 *
 * <p>Lists are asked for with {@link dev.supplychain.model.endor.ListParameters} and answered with {@link
 * dev.supplychain.model.endor.ListArtifactSignaturesResponse}; {@link
 * dev.supplychain.model.endor.UpdateArtifactSignatureRequest} changes and revokes.
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API</a>
 */
package dev.supplychain.model.endor;
