package dev.supplychain.bench.dsse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.gson.JsonObject;
import dev.sigstore.bundle.ImmutableDsseEnvelope;
import dev.sigstore.bundle.ImmutableSignature;
import dev.sigstore.encryption.Keys;
import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.json.GsonSupplier;
import dev.supplychain.bench.FreshJvm;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.keys.PemKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Verifies one envelope in a JVM of its own, and prints the CPU time that the process has used until then. */
final class FirstEnvelope {
    private FirstEnvelope() {}

    /** Arguments: the candidate, the envelope's file, the key's file in PEM. */
    public static void main(String[] args) throws Exception {
        byte[] envelope = Files.readAllBytes(Path.of(args[1]));
        byte[] pem = Files.readAllBytes(Path.of(args[2]));
        boolean verified = switch (args[0]) {
            case "nothing" -> true;
            case "bare" -> Bare.verify(envelope, pem);
            case "sdk" -> Sdk.verify(envelope, pem);
            case "sigstore-java" -> Sigstore.verify(envelope, pem);
            default -> throw new IllegalArgumentException(args[0]);
        };
        if (!verified) {
            throw new IllegalStateException(args[0] + " did not verify");
        }
        FreshJvm.printCpuTime();
    }

    private static byte[] der(byte[] pem) {
        String text = new String(pem, StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    /** The limit: jackson-core and the JCA, without a check that is not needed for this one envelope. */
    private static final class Bare {
        static boolean verify(byte[] envelope, byte[] pem) throws Exception {
            byte[] payload = {};
            byte[] sig = {};
            String type = "";
            try (JsonParser parser = new JsonFactory().createParser(envelope)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.VALUE_STRING) {
                        switch (parser.currentName()) {
                            case "payload" -> payload = Base64.getDecoder().decode(parser.getText());
                            case "payloadType" -> type = parser.getText();
                            case "sig" -> sig = Base64.getDecoder().decode(parser.getText());
                            default -> {}
                        }
                    }
                }
            }
            ByteArrayOutputStream pae = new ByteArrayOutputStream();
            pae.writeBytes(("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ")
                    .getBytes(StandardCharsets.UTF_8));
            pae.writeBytes(payload);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der(pem))));
            signature.update(pae.toByteArray());
            return signature.verify(sig);
        }
    }

    private static final class Sdk {
        static boolean verify(byte[] envelope, byte[] pem) throws Exception {
            return EnvelopeVerifier.of(PemKeys.readPublicKey(pem))
                            .verify(envelope)
                            .signers()
                            .size()
                    == 1;
        }
    }

    private static final class Sigstore {
        static boolean verify(byte[] envelope, byte[] pem) throws Exception {
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
            return Verifiers.newVerifier(Keys.parseEcdsa(der(pem))).verify(dsse.getPAE(), dsse.getSignature());
        }
    }
}
