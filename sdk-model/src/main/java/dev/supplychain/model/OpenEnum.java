package dev.supplychain.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an enum, or a text that a newer server sent in its place.
 *
 * <p>{@code switch} on {@link #known()}; write it back unchanged with {@link #text()}. Two are equal when their texts
 * are.
 *
 * @param <E> the enum; its constants are named as on the wire
 */
public final class OpenEnum<E extends Enum<E>> {
    private static final ClassValue<Map<String, OpenEnum<?>>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, OpenEnum<?>> computeValue(Class<?> type) {
            Map<String, OpenEnum<?>> constants = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                OpenEnum<?> known = constant(constant);
                constants.put(known.text(), known);
            }
            return constants;
        }
    };

    private final @Nullable E constant;
    private final String text;

    private OpenEnum(@Nullable E constant, String text) {
        this.constant = constant;
        this.text = text;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the wildcard of the map above cannot be named
    private static OpenEnum<?> constant(Object constant) {
        return new OpenEnum((Enum) constant, ((Enum) constant).name());
    }

    /** The given constant. */
    public static <E extends Enum<E>> OpenEnum<E> of(E constant) {
        return parse(constant.getDeclaringClass(), constant.name());
    }

    /** The constant of that name, or the text itself where the enum has none. */
    @SuppressWarnings("unchecked") // the map of a class holds constants of that class only
    public static <E extends Enum<E>> OpenEnum<E> parse(Class<E> type, String text) {
        OpenEnum<?> known = CONSTANTS.get(type).get(text);
        return known != null ? (OpenEnum<E>) known : new OpenEnum<>(null, text);
    }

    /** The constant, or empty when this version does not know the text. */
    public Optional<E> known() {
        return Optional.ofNullable(constant);
    }

    /** True when this is that constant. */
    public boolean is(E other) {
        return constant == other;
    }

    /** True for the constant that stands for "not set", which proto3 leaves out when writing. */
    boolean isDefault() {
        return text.endsWith("_UNSPECIFIED");
    }

    /** True when a server sent a constant's number instead of its name. */
    boolean isNumber() {
        return constant == null && !text.isEmpty() && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)));
    }

    /** The name as it stands on the wire. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenEnum<?> that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
