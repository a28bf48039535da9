package dev.supplychain.bench.dsse;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import dev.sigstore.bundle.ImmutableDsseEnvelope;
import dev.sigstore.bundle.ImmutableSignature;
import dev.sigstore.encryption.signers.Signer;
import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.json.GsonSupplier;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** What the other libraries do from an envelope's JSON to its verified bytes, and from bytes to JSON. */
final class Peers {
    private Peers() {}

    /** sigstore-java has no reader for an envelope alone: its model, its PAE and its verifier put together. */
    static byte[] sigstoreVerify(byte[] envelope, PublicKey key) throws Exception {
        JsonObject json =
                GsonSupplier.GSON.get().fromJson(new String(envelope, StandardCharsets.UTF_8), JsonObject.class);
        JsonObject signature = json.getAsJsonArray("signatures").get(0).getAsJsonObject();
        ImmutableDsseEnvelope dsse = ImmutableDsseEnvelope.builder()
                .payload(Base64.getDecoder().decode(json.get("payload").getAsString()))
                .payloadType(json.get("payloadType").getAsString())
                .addSignatures(ImmutableSignature.builder()
                        .sig(Base64.getDecoder().decode(signature.get("sig").getAsString()))
                        .build())
                .build();
        if (!Verifiers.newVerifier(key).verify(dsse.getPAE(), dsse.getSignature())) {
            throw new IllegalStateException("sigstore-java did not verify");
        }
        return dsse.getPayload();
    }

    static byte[] sigstoreSign(String type, byte[] payload, Signer signer) throws Exception {
        ImmutableDsseEnvelope unsigned = ImmutableDsseEnvelope.builder()
                .payload(payload)
                .payloadType(type)
                .build();
        byte[] sig = signer.sign(unsigned.getPAE());
        JsonObject signature = new JsonObject();
        signature.addProperty("sig", Base64.getEncoder().encodeToString(sig));
        JsonArray signatures = new JsonArray();
        signatures.add(signature);
        JsonObject json = new JsonObject();
        json.addProperty("payload", Base64.getEncoder().encodeToString(payload));
        json.addProperty("payloadType", type);
        json.add("signatures", signatures);
        return GsonSupplier.GSON.get().toJson(json).getBytes(StandardCharsets.UTF_8);
    }

    /** The nearest thing that Nimbus has: a compact JWS. */
    static byte[] nimbusVerify(String jws, PublicKey key) throws Exception {
        JWSObject object = JWSObject.parse(jws);
        if (!object.verify(new ECDSAVerifier((ECPublicKey) key))) {
            throw new IllegalStateException("nimbus did not verify");
        }
        return object.getPayload().toBytes();
    }

    static String nimbusSign(byte[] payload, ECPrivateKey key) throws Exception {
        JWSObject object = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(payload));
        object.sign(new ECDSASigner(key));
        return object.serialize();
    }
}
