package dev.supplychain.bench.json;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.supplychain.model.PackageUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Goal 16: package URLs of several ecosystems, from text to value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PurlBenchmark {
    private static final int COUNT = 1_000;

    private final List<String> purls = new ArrayList<>();

    /** Makes the texts, which both must read alike. */
    @Setup
    public void make() throws MalformedPackageURLException {
        for (int i = 0; i < COUNT; i++) {
            purls.add(
                    switch (i % 5) {
                        case 0 -> "pkg:maven/org.example.group" + i + "/artifact-" + i + "@1." + i + ".0?type=jar";
                        case 1 -> "pkg:npm/%40scope" + i + "/package-" + i + "@2.0." + i;
                        case 2 -> "pkg:golang/github.com/example/module" + i + "@v1." + i + "#sub/path";
                        case 3 -> "pkg:deb/debian/package" + i + "@2." + i + "-1?arch=amd64&distro=debian-12";
                        default -> "pkg:pypi/package-" + i + "@3." + i;
                    });
        }
        for (String purl : purls) {
            String ours = PackageUrl.parse(purl).toString();
            String theirs = new PackageURL(purl).canonicalize();
            if (!ours.equals(theirs)) {
                throw new IllegalStateException(ours + " is not " + theirs);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void sdk(Blackhole sink) {
        for (String purl : purls) {
            sink.consume(PackageUrl.parse(purl));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void packageurlJava(Blackhole sink) throws MalformedPackageURLException {
        for (String purl : purls) {
            sink.consume(new PackageURL(purl));
        }
    }
}
