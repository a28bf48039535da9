package dev.supplychain.model.grafeas.v1;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The module's style for the parts of {@link SlsaProvenanceZeroTwo} whose names {@link SlsaProvenance} has too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        typeImmutable = "ImmutableZeroTwo*",
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        deferCollectionAllocation = true,
        unsafeDefaultAndDerived = true, // every default is a constant
        defaults = @Value.Immutable(copy = false),
        allowedClasspathAnnotations = {Override.class})
@interface SlsaZeroTwoStyle {}
