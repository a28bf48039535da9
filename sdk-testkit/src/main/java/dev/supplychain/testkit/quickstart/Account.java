package dev.supplychain.testkit.quickstart;

import dev.supplychain.clients.ClientListener;
import dev.supplychain.dsse.VerificationException;
import java.io.PrintStream;

/** Tells the reader what happens, and remembers what did not happen as expected. */
final class Account implements ClientListener {
    private static final int WIDTH = 150;

    private final PrintStream out;
    private int surprises;

    Account(PrintStream out) {
        this.out = out;
    }

    /** Something that has to be refused. */
    @FunctionalInterface
    interface Attempted {
        void run() throws Exception;
    }

    void step(String title) {
        out.println();
        out.println(title);
    }

    void line(String text) {
        out.println("   " + text);
    }

    @Override
    public void requested(Attempt attempt) {
        String line = attempt.toString();
        line("> "
                + (line.length() <= WIDTH
                        ? line
                        : line.substring(0, WIDTH - 20) + " … " + line.substring(line.length() - 17)));
    }

    /** Something that has to be true. */
    void expect(String what, boolean holds) {
        out.println("   " + (holds ? "ok  " : "FAILED  ") + what);
        if (!holds) {
            surprises++;
        }
    }

    /** Something that has to be refused for this reason and no other. */
    void expectRefusal(String what, VerificationException.Reason reason, Attempted attempted) throws Exception {
        try {
            attempted.run();
            expect(what + " was accepted", false);
        } catch (VerificationException e) {
            expect(what + " is refused: " + e.reason(), e.reason() == reason);
            line("    " + e.getMessage());
        }
    }

    boolean asExpected() {
        return surprises == 0;
    }
}
