/**
 * Immutable models of what build tools say about artifacts, and the reader and writer of their JSON.
 *
 * <p>Start from {@link dev.supplychain.model.dsse.Envelope}, {@link dev.supplychain.model.intoto.InTotoStatement},
 * {@link dev.supplychain.model.grafeas.v1.Occurrence} or {@link dev.supplychain.model.endor.ArtifactSignature}, and from
 * {@link dev.supplychain.model.ModelJson} to read and write them. Every wire type is a {@link
 * dev.supplychain.model.Message}: it keeps what it does not know.
 */
@WireStyle
package dev.supplychain.model;
