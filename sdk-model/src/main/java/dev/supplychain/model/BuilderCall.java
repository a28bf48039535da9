package dev.supplychain.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A constructor or method of a message's builder, called without the array of arguments that reflection takes. */
final class BuilderCall {
    private final MethodHandle handle;

    private BuilderCall(MethodHandle handle) {
        this.handle = handle;
    }

    /** Of a constructor without parameters. */
    static BuilderCall constructor(Constructor<?> constructor) {
        return new BuilderCall(found(constructor, MethodHandles.lookup()::unreflectConstructor)
                .asType(MethodType.methodType(Object.class)));
    }

    /** Of the method that gives the message. */
    static BuilderCall build(Method method) {
        return new BuilderCall(found(method, MethodHandles.lookup()::unreflect)
                .asType(MethodType.methodType(Object.class, Object.class)));
    }

    /** Of a method that takes a value. */
    static BuilderCall setter(Method method) {
        return new BuilderCall(found(method, MethodHandles.lookup()::unreflect)
                .asType(MethodType.methodType(void.class, Object.class, Object.class)));
    }

    @FunctionalInterface
    private interface Unreflect<T> {
        MethodHandle handle(T member) throws IllegalAccessException;
    }

    private static <T extends AccessibleObject> MethodHandle found(T member, Unreflect<T> unreflect) {
        try {
            member.setAccessible(true); // a public method, but the class that declares it is generated and is not
            return unreflect.handle(member);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(member + " cannot be called", e);
        }
    }

    Object construct() {
        try {
            return (Object) handle.invokeExact();
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    Object build(Object builder) {
        try {
            return (Object) handle.invokeExact(builder);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    void set(Object builder, @Nullable Object value) {
        try {
            handle.invokeExact(builder, value);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** Builders throw nothing that is checked. */
    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
}
