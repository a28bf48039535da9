package dev.supplychain.testkit.fake;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a fake for a JUnit test and closes it afterwards.
 *
 * <p>On a parameter of a test, of a constructor or of a {@code @BeforeEach} or {@code @AfterEach} method, or on a field
 * that is neither static nor final. Every test has fakes of its own: one for all parameters of the same type, and one for
 * each field.
 *
 * <pre>{@code
 * class AttestationsTest {
 *     private final GrafeasClient client;
 *
 *     AttestationsTest(@StartFake FakeGrafeas grafeas) {
 *         client = GrafeasClient.create(ClientOptions.of(grafeas.url()));
 *     }
 *     …
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StartFakeExtension.class)
public @interface StartFake {}
