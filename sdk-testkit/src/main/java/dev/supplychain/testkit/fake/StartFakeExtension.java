package dev.supplychain.testkit.fake;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What JUnit calls for {@link StartFake}, which is what tests use.
 *
 * <p>The fakes lie in the store of the test, which closes them when the test ends.
 */
public final class StartFakeExtension implements BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StartFakeExtension.class);

    private static final Map<Class<?>, Supplier<FakeServer>> FAKES = Map.of(
            FakeEndor.class, FakeEndor::start,
            FakeGovernor.class, FakeGovernor::start,
            FakeGrafeas.class, FakeGrafeas::start,
            FakeOciRegistry.class, FakeOciRegistry::start,
            FakeVault.class, FakeVault::start);

    /** For JUnit. */
    public StartFakeExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            fieldsOf(instance.getClass()).forEach(field -> inject(instance, field, context));
        }
    }

    private static List<Field> fieldsOf(Class<?> type) {
        return AnnotationSupport.findAnnotatedFields(type, StartFake.class, f -> true, HierarchyTraversalMode.TOP_DOWN);
    }

    /** A field may be seen by several registrations of this extension: the store starts its fake once. */
    private static void inject(Object instance, Field field, ExtensionContext context) {
        if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException(
                    "@StartFake field " + field + " is static or final: every test needs its own");
        }
        if (!FAKES.containsKey(field.getType())) {
            throw new ExtensionConfigurationException("@StartFake field " + field + " is none of " + FAKES.keySet());
        }
        Object fake = started(field, field.getType(), context);
        try {
            ReflectionSupport.makeAccessible(field).set(instance, fake);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("@StartFake field " + field + " cannot be set", e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(StartFake.class)
                && FAKES.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "@StartFake " + parameter.getParameter() + " would be shared: every test needs its own");
        }
        Class<?> type = parameter.getParameter().getType();
        return started(type, type, context);
    }

    private static Object started(Object key, Class<?> type, ExtensionContext context) {
        Supplier<FakeServer> start = Objects.requireNonNull(FAKES.get(type));
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(key, k -> start.get());
    }
}
