package dev.supplychain.bench.dsse;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import org.conscrypt.Conscrypt;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A provider in native code, handed to the SDK and used bare. */
@State(Scope.Benchmark)
public class NativeState {
    /** The provider. */
    @Param({"conscrypt", "corretto"})
    public String name;

    Provider provider;
    PublicKey publicKey;
    PrivateKey privateKey;
    EnvelopeVerifier verifier;
    EnvelopeSigner signer;

    /** Hands the provider the key of the envelope. */
    @Setup
    public void prepare(EnvelopeState state) throws Exception {
        provider = name.equals("conscrypt") ? Conscrypt.newProvider() : AmazonCorrettoCryptoProvider.INSTANCE;
        publicKey = (PublicKey) own(state.publicKey);
        privateKey = (PrivateKey) own(state.privateKey);
        verifier = EnvelopeVerifier.builder()
                .trust(TrustedKey.of(state.publicKey))
                .provider(provider)
                .build();
        signer = EnvelopeSigner.of(SigningKey.of(state.privateKey, state.publicKey, provider));
    }

    /** Keys of another provider would be translated on every use. */
    private Key own(Key key) throws Exception {
        return KeyFactory.getInstance("EC", provider).translateKey(key);
    }
}
