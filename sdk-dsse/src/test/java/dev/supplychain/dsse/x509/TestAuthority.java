package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.x509.CertificateDraft.Scheme;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** An authority that issues whatever it is asked to. */
final class TestAuthority {
    private final KeyPair keys;
    private final Scheme scheme;
    private final byte[] name;
    private final X509Certificate certificate;

    private TestAuthority(KeyPair keys, Scheme scheme, byte[] name, X509Certificate certificate) {
        this.keys = keys;
        this.scheme = scheme;
        this.name = name;
        this.certificate = certificate;
    }

    static TestAuthority root(String name) {
        return root(CertificateDraft.authority(name), CertificateDraft.ecKeys("secp256r1"), Scheme.ECDSA_SHA256);
    }

    static TestAuthority root(CertificateDraft draft, KeyPair keys, Scheme scheme) {
        try {
            byte[] der = draft.sign(keys.getPublic(), draft.subject(), keys.getPrivate(), scheme);
            return new TestAuthority(keys, scheme, draft.subject(), CertificateDraft.certificate(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    TestAuthority below(String below) {
        return below(CertificateDraft.authority(below), CertificateDraft.ecKeys("secp256r1"), Scheme.ECDSA_SHA256);
    }

    TestAuthority below(CertificateDraft draft, KeyPair belowKeys, Scheme belowScheme) {
        return new TestAuthority(belowKeys, belowScheme, draft.subject(), issue(draft, belowKeys.getPublic()));
    }

    /** The same authority signing in another way. */
    TestAuthority with(Scheme other) {
        return new TestAuthority(keys, other, name, certificate);
    }

    X509Certificate issue(CertificateDraft draft, PublicKey key) {
        try {
            return CertificateDraft.certificate(der(draft, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] der(CertificateDraft draft, PublicKey key) throws GeneralSecurityException {
        return draft.sign(key, name, keys.getPrivate(), scheme);
    }

    byte[] derWithKey(CertificateDraft draft, byte[] spki) throws GeneralSecurityException {
        return draft.sign(spki, name, keys.getPrivate(), scheme);
    }

    X509Certificate certificate() {
        return certificate;
    }

    KeyPair keys() {
        return keys;
    }
}
