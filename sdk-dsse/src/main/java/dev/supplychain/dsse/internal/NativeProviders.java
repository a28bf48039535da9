package dev.supplychain.dsse.internal;

import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;

/** Finds the providers in native code that somebody put beside this library; none is a dependency of it. */
final class NativeProviders {
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String CONSCRYPT = "org.conscrypt.Conscrypt";

    private NativeProviders() {}

    /** Those installed in the JVM, then those on the class path, which are not installed by this. */
    static List<Provider> find() {
        List<Provider> found = new ArrayList<>();
        for (String name : List.of("AmazonCorrettoCryptoProvider", "Conscrypt")) {
            Provider installed = Security.getProvider(name);
            if (installed != null) {
                found.add(installed);
            }
        }
        return found.isEmpty() ? onClassPath() : found;
    }

    private static List<Provider> onClassPath() {
        List<Provider> found = new ArrayList<>();
        add(found, CORRETTO, type -> type.getField("INSTANCE").get(null));
        add(found, CONSCRYPT, type -> type.getMethod("newProvider").invoke(null));
        return found;
    }

    /** How to get a provider from the class that makes it. */
    private interface Maker {
        Object make(Class<?> type) throws ReflectiveOperationException;
    }

    private static void add(List<Provider> found, String className, Maker maker) {
        try {
            if (maker.make(Class.forName(className)) instanceof Provider provider) {
                found.add(provider);
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            // Absent, or for another operating system: there are other engines.
        }
    }
}
