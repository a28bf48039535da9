package dev.supplychain.testkit.cel;

import com.google.protobuf.Timestamp;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.ExpressionLanguage;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The Common Expression Language, by {@code dev.cel:cel}. */
final class CelLanguage implements ExpressionLanguage {
    private static final CelType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("predicate", OBJECT)
            .addVar("predicateType", SimpleType.STRING)
            .addVar("subject", ListType.create(OBJECT))
            .addVar("signers", ListType.create(OBJECT))
            .addVar("time", SimpleType.TIMESTAMP)
            .setResultType(SimpleType.BOOL)
            .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.legacyCelRuntimeBuilder().build();

    @Override
    public String name() {
        return "cel";
    }

    @Override
    public Expression compile(String source) {
        try {
            CelRuntime.Program program =
                    runtime.createProgram(compiler.compile(source).getAst());
            return variables -> test(program, variables);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new MalformedDataException("CEL", "", String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean test(CelRuntime.Program program, Map<String, Object> variables) {
        Map<String, Object> known = new HashMap<>(variables);
        known.computeIfPresent(
                "time",
                (name, time) -> Timestamp.newBuilder()
                        .setSeconds(((Instant) time).getEpochSecond())
                        .build());
        try {
            return program.eval(known) instanceof Boolean holds && holds;
        } catch (CelEvaluationException e) {
            throw new MalformedDataException("CEL", "", String.valueOf(e.getMessage()), e);
        }
    }
}
