package dev.supplychain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import dev.supplychain.model.internal.JsonCodec;
import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message: each member at most once, and straight into the builder.
 *
 * <p>What databind does for builders of any kind costs twice the time: reflection with an array of arguments per call, an
 * {@code Optional} or a list in between, and a set of the names of every object to find duplicates, for which one bit per
 * member is enough where the members are known.
 */
final class MessageReader extends BuilderBasedDeserializer {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient BuilderCall construct;
    private final transient BuilderCall build;
    private transient MessageMembers members = new MessageMembers(Map.of());

    MessageReader(BuilderBasedDeserializer source) {
        super(source);
        construct = BuilderCall.constructor(
                (Constructor<?>) _valueInstantiator.getDefaultCreator().getMember());
        build = BuilderCall.build(_buildMethod.getAnnotated());
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        super.resolve(context);
        if (!_vanillaProcessing || _beanProperties.size() > Long.SIZE) {
            throw new IllegalStateException("duplicate members of " + handledType() + " would not be found");
        }
        Map<String, MessageMember> known = new HashMap<>();
        for (SettableBeanProperty property : _beanProperties) {
            MessageMember member = new MessageMember(property, handledType());
            known.put(property.getName(), member);
            for (PropertyName alias : property.findAliases(context.getConfig())) {
                known.putIfAbsent(alias.getSimpleName(), member);
            }
        }
        members = new MessageMembers(known);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return context.handleUnexpectedToken(getValueType(context), parser);
        }
        Object builder = construct.construct();
        long seen = 0;
        @Nullable Set<String> unknown = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            @Nullable MessageMember member = members.find(name);
            if (member == null) {
                unknown = unknown == null ? new HashSet<>() : unknown;
                JsonCodec.requireFirst(unknown.add(name), name, parser);
                parser.nextToken();
                handleUnknownVanilla(parser, context, builder, name);
                continue;
            }
            JsonCodec.requireFirst((seen & member.bit()) == 0, name, parser);
            seen |= member.bit();
            parser.nextToken();
            try {
                member.read(parser, context, builder);
            } catch (Exception e) {
                wrapAndThrow(e, builder, name, context);
            }
        }
        return finishBuild(context, builder);
    }

    @Override
    protected Object finishBuild(DeserializationContext context, Object builder) throws IOException {
        try {
            return build.build(builder);
        } catch (Exception e) {
            return wrapInstantiationProblem(e, context);
        }
    }
}
