package dev.supplychain.dsse.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import org.jspecify.annotations.Nullable;

/** A provider like that of a hardware module: its private keys have no encoding, and only it can use them. */
final class HardwareProvider extends Provider {
    private static final long serialVersionUID = 1L;

    HardwareProvider() {
        super("Hardware", "1", "keys that do not leave");
        put("Signature.NONEwithECDSA", Spi.class.getName());
    }

    /** A handle of a key. */
    static final class Handle implements PrivateKey {
        private static final long serialVersionUID = 1L;
        private final transient PrivateKey inside;

        Handle(PrivateKey inside) {
            this.inside = inside;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    /** Signs with the key behind the handle. */
    public static final class Spi extends SignatureSpi {
        private final Signature signature;

        /** Called by the JCA. */
        public Spi() throws GeneralSecurityException {
            signature = Signature.getInstance("NONEwithECDSA");
        }

        @Override
        protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
            if (!(privateKey instanceof Handle handle)) {
                throw new InvalidKeyException("no handle");
            }
            signature.initSign(handle.inside);
        }

        @Override
        protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
            throw new InvalidKeyException("signs only");
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            signature.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
            signature.update(bytes, from, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signature.sign();
        }

        @Override
        protected boolean engineVerify(byte[] bytes) throws SignatureException {
            throw new SignatureException("signs only");
        }

        @Deprecated
        @Override
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException(name);
        }

        @Deprecated
        @Override
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException(name);
        }
    }
}
