package dev.supplychain.model;

import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Keeps {@link Message#unknownFields()} from being a member of its own name, which an input could set. */
class WireNames extends JacksonAnnotationIntrospector {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated annotated) {
        return annotated instanceof AnnotatedMethod method && method.getName().equals("unknownFields")
                ? null
                : super.findNameForDeserialization(annotated);
    }
}
