package dev.supplychain.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times things that happen once in a JVM: each candidate runs in a JVM of its own, the candidates take turns, and the
 * median counts. CPU time of the whole process, so that neither idle cores nor a busy machine change much.
 */
public final class FreshJvm {
    private static final String NOTHING = "nothing";

    private FreshJvm() {}

    /** Prints the CPU time that this process has used until now; a candidate's last call. */
    public static void printCpuTime() {
        System.out.println(((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime());
    }

    /**
     * Prints what each candidate costs above a JVM that does nothing, and how the SDK compares.
     *
     * @param main has a {@code main} that takes the candidate, then the arguments, and knows "nothing" and "sdk"
     * @param candidates without "nothing"
     */
    public static void compare(int rounds, Class<?> main, List<String> candidates, List<String> arguments)
            throws IOException, InterruptedException {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(List.of(NOTHING));
        all.addAll(candidates);
        for (int round = 0; round < rounds; round++) {
            for (String candidate : all) {
                times.computeIfAbsent(candidate, c -> new ArrayList<>()).add(cpuOf(main, candidate, arguments));
            }
        }

        double nothing = medianMillis(times, NOTHING);
        double sdk = medianMillis(times, "sdk") - nothing;
        System.out.printf("JDK %s, %d rounds, CPU ms above an empty JVM (%.0f)%n", Runtime.version(), rounds, nothing);
        for (String candidate : candidates) {
            double millis = medianMillis(times, candidate) - nothing;
            System.out.printf("%-20s %7.1f   sdk is %.2f times that%n", candidate, millis, sdk / millis);
        }
    }

    private static long cpuOf(Class<?> main, String candidate, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                candidate));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(candidate + " failed");
        }
        return Long.parseLong(printed.strip());
    }

    private static double medianMillis(Map<String, List<Long>> times, String candidate) {
        List<Long> sorted = new ArrayList<>(times.getOrDefault(candidate, List.of()));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
