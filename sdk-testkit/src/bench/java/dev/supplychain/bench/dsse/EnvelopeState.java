package dev.supplychain.bench.dsse;

import dev.sigstore.AlgorithmRegistry.SigningAlgorithm;
import dev.sigstore.encryption.signers.Signer;
import dev.sigstore.encryption.signers.Signers;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.Pae;
import dev.supplychain.dsse.keys.SigningKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One P-256 key and one envelope by it, in all the forms that the candidates want. */
@State(Scope.Benchmark)
public class EnvelopeState {
    static final String TYPE = "application/vnd.in-toto+json";

    /** The size of the payload in bytes. */
    @Param({"1024", "65536"})
    public int payloadBytes;

    byte[] payload;
    byte[] json;
    String jws;
    byte[] message;
    byte[] signature;
    PublicKey publicKey;
    ECPrivateKey privateKey;
    EnvelopeVerifier verifier;
    EnvelopeSigner signer;
    Signer sigstoreSigner;
    ECPublicKeyParameters bcPublicKey;
    ECPrivateKeyParameters bcPrivateKey;

    /** Makes the key and the envelope. */
    @Setup
    public void prepare() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        publicKey = pair.getPublic();
        privateKey = (ECPrivateKey) pair.getPrivate();
        payload = new byte[payloadBytes];
        message = Pae.encode(TYPE, payload);
        signer = EnvelopeSigner.of(SigningKey.of(privateKey, publicKey));
        json = signer.sign(TYPE, payload).toJson();
        signature = bareSign(null, "SHA256withECDSA", privateKey);
        jws = Peers.nimbusSign(payload, privateKey);
        verifier = EnvelopeVerifier.of(publicKey);
        sigstoreSigner = Signers.from(SigningAlgorithm.PKIX_ECDSA_P256_SHA_256);
        var curve = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
        var point = ((ECPublicKey) publicKey).getW();
        bcPublicKey =
                new ECPublicKeyParameters(curve.getCurve().createPoint(point.getAffineX(), point.getAffineY()), curve);
        bcPrivateKey = new ECPrivateKeyParameters(privateKey.getS(), curve);
    }

    /** The JDK's hash of what is signed, for engines that are slow at it. */
    byte[] hash() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(message);
    }

    boolean bareVerify(Provider provider, PublicKey key) throws Exception {
        Signature operation = provider == null
                ? Signature.getInstance("SHA256withECDSA")
                : Signature.getInstance("SHA256withECDSA", provider);
        operation.initVerify(key);
        operation.update(message);
        return operation.verify(signature);
    }

    byte[] bareSign(Provider provider, String algorithm, PrivateKey key) throws Exception {
        Signature operation =
                provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
        operation.initSign(key);
        operation.update(message);
        return operation.sign();
    }
}
