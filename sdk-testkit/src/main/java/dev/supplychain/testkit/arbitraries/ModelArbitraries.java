package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.intoto.InTotoStatement;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.jspecify.annotations.Nullable;

/** Lets jqwik fill {@code @ForAll} parameters of the model's types; jqwik finds it by itself. */
public final class ModelArbitraries implements ArbitraryProvider {
    private static final int MAX_BYTES = 200;

    private static final Map<Class<?>, Supplier<Arbitrary<?>>> ARBITRARIES = Map.of(
            ArtifactSignature.class, ArtifactSignatures::any,
            Bytes.class, () -> Atoms.bytes(0, MAX_BYTES),
            Digest.class, Digests::any,
            Envelope.class, Envelopes::any,
            InTotoStatement.class, Statements::any,
            Json.class, JsonValues::any,
            Occurrence.class, Occurrences::attestations);

    /** For jqwik. */
    public ModelArbitraries() {}

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return arbitraryFor(targetType) != null;
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        Supplier<Arbitrary<?>> arbitrary = arbitraryFor(targetType);
        return arbitrary == null ? Set.of() : Set.of(arbitrary.get());
    }

    private static @Nullable Supplier<Arbitrary<?>> arbitraryFor(TypeUsage type) {
        return ARBITRARIES.get(type.getRawType());
    }
}
