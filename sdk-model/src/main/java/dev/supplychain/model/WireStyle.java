package dev.supplychain.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** How the wire types of this module are generated; it covers every package below this one. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        deferCollectionAllocation = true,
        unsafeDefaultAndDerived = true, // every default is a constant
        defaults = @Value.Immutable(copy = false),
        allowedClasspathAnnotations = {Override.class})
@interface WireStyle {}
