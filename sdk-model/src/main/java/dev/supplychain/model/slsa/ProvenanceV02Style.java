package dev.supplychain.model.slsa;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The module's style for the parts of {@link ProvenanceV02} whose names the other versions have too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        typeImmutable = "ImmutableV02*",
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        deferCollectionAllocation = true,
        unsafeDefaultAndDerived = true, // every default is a constant
        defaults = @Value.Immutable(copy = false),
        allowedClasspathAnnotations = {Override.class})
@interface ProvenanceV02Style {}
