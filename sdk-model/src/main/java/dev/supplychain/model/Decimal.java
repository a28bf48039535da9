package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of proto type {@code float} or {@code double}, kept as it was written: {@code 7.1} stays {@code 7.1}.
 *
 * <p>{@code NaN}, {@code Infinity} and {@code -Infinity} are possible, as the JSON mapping of proto3 allows them. Two
 * are equal when their texts are.
 */
public final class Decimal {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final int MAX_CHARS = 1000;

    private final String text;

    private Decimal(String text) {
        this.text = text;
    }

    /** The shortest text that stands for this value. */
    public static Decimal of(float value) {
        return new Decimal(plain(Float.toString(value)));
    }

    /** The shortest text that stands for this value. */
    public static Decimal of(double value) {
        return new Decimal(plain(Double.toString(value)));
    }

    /** The exact text of this value. */
    public static Decimal of(BigDecimal value) {
        return new Decimal(value.toString());
    }

    /**
     * The number in this text.
     *
     * @throws MalformedDataException when it is neither a JSON number of at most 1,000 characters nor {@code NaN},
     *     {@code Infinity} or {@code -Infinity}
     */
    public static Decimal parse(String text) {
        boolean named = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
        if (!named && (text.length() > MAX_CHARS || !NUMBER.matcher(text).matches())) {
            throw new MalformedDataException(
                    "number", "", Excerpt.quoted(text) + " is not a number of at most 1000 characters");
        }
        return new Decimal(text);
    }

    /** A number that a JSON parser has checked. */
    static Decimal ofJsonNumber(String text) {
        return new Decimal(text);
    }

    /** The nearest {@code float}. */
    public float floatValue() {
        return Float.parseFloat(text);
    }

    /** The nearest {@code double}. */
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    /** False for {@code NaN} and the infinities. */
    public boolean isFinite() {
        return !text.endsWith("N") && !text.endsWith("y");
    }

    /**
     * The exact value.
     *
     * @throws ArithmeticException when it is not finite
     */
    public BigDecimal exactValue() {
        if (!isFinite()) {
            throw new ArithmeticException(text + " has no exact value");
        }
        return new BigDecimal(text);
    }

    /** The text as it stands on the wire. */
    public String text() {
        return text;
    }

    private static String plain(String javaText) {
        return javaText.endsWith(".0") ? javaText.substring(0, javaText.length() - 2) : javaText;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decimal that && text.equals(that.text);
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
