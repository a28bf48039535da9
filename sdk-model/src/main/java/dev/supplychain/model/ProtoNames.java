package dev.supplychain.model;

import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the proto spelling {@code resource_uri} beside {@code resourceUri} in Google's messages. */
final class ProtoNames extends WireNames {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<String> PACKAGES =
            List.of("dev.supplychain.model.grafeas.", "dev.supplychain.model.iam.", "dev.supplychain.model.rpc.");

    @Override
    public @Nullable List<PropertyName> findPropertyAliases(Annotated annotated) {
        PropertyName name = findNameForDeserialization(annotated);
        if (!(annotated instanceof AnnotatedMember member) || name == null || name.isEmpty()) {
            return super.findPropertyAliases(annotated);
        }
        String owner = member.getDeclaringClass().getName();
        String snake = snakeCase(name.getSimpleName());
        return isProto(owner) && !snake.equals(name.getSimpleName())
                ? List.of(PropertyName.construct(snake))
                : super.findPropertyAliases(annotated);
    }

    private static boolean isProto(String className) {
        for (String start : PACKAGES) {
            if (className.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static String snakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
