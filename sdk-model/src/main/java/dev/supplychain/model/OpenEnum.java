package dev.supplychain.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
    private static final ClassValue<Constants> CONSTANTS = new ClassValue<>() {
        @Override
        @SuppressWarnings("unchecked") // asked for enums only
        protected Constants computeValue(Class<?> type) {
            return new Constants((Class<? extends Enum<?>>) type);
        }
    };

    private final @Nullable E constant;
    private final String text;

    private OpenEnum(@Nullable E constant, String text) {
        this.constant = constant;
        this.text = text;
    }

    /** The given constant. */
    @SuppressWarnings("unchecked") // the constants of a class are of that class
    public static <E extends Enum<E>> OpenEnum<E> of(E constant) {
        return (OpenEnum<E>) CONSTANTS.get(constant.getDeclaringClass()).of(constant);
    }

    /** The constant of that name, or the text itself where the enum has none. */
    @SuppressWarnings("unchecked") // the constants of a class are of that class
    public static <E extends Enum<E>> OpenEnum<E> parse(Class<E> type, String text) {
        char[] chars = text.toCharArray();
        return (OpenEnum<E>) CONSTANTS.get(type).find(chars, 0, chars.length);
    }

    /** The constants of that enum. */
    static Constants constants(Class<?> type) {
        return CONSTANTS.get(type);
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

    /** The constants of one enum; a text that a parser holds is found without making a string of it. */
    static final class Constants {
        private final Map<Enum<?>, OpenEnum<?>> byConstant;
        private final @Nullable OpenEnum<?>[] byHash;
        private final char[][] texts;

        @SuppressWarnings({"unchecked", "rawtypes"}) // the type of the constants cannot be named
        Constants(Class<? extends Enum<?>> type) {
            Enum<?>[] constants = type.getEnumConstants();
            byConstant = new EnumMap(type);
            byHash = new OpenEnum<?>[4 * Integer.highestOneBit(constants.length + 1)];
            texts = new char[byHash.length][];
            for (Enum<?> constant : constants) {
                OpenEnum<?> known = new OpenEnum(constant, constant.name());
                byConstant.put(constant, known);
                char[] text = known.text.toCharArray();
                int slot = slot(text, 0, text.length);
                byHash[slot] = known;
                texts[slot] = text;
            }
        }

        OpenEnum<?> of(Enum<?> constant) {
            return Objects.requireNonNull(byConstant.get(constant));
        }

        /** The constant with these characters, or a text of them where there is none. */
        OpenEnum<?> find(char[] chars, int from, int length) {
            @Nullable OpenEnum<?> known = byHash[slot(chars, from, length)];
            return known != null ? known : new OpenEnum<>(null, new String(chars, from, length));
        }

        /** Where these characters stand, or the empty place where they would. */
        private int slot(char[] chars, int from, int length) {
            int hash = length;
            for (int i = from; i < from + length; i++) {
                hash = 31 * hash + chars[i];
            }
            int slot = hash & texts.length - 1;
            while (texts[slot] != null
                    && !Arrays.equals(texts[slot], 0, texts[slot].length, chars, from, from + length)) {
                slot = slot + 1 & texts.length - 1;
            }
            return slot;
        }
    }
}
