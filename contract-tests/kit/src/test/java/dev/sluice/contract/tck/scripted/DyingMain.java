package dev.sluice.contract.tck.scripted;

import java.io.PrintStream;

/** The scripted provider as a program that ends, floods its output or fails to start, as its argument says. */
public final class DyingMain {
    private static final int ACCEPTED_BEFORE_THE_END = 3;

    private DyingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("fails")) {
            System.err.println("SLUICE_QUEUE_LIMIT: not a number");
            System.exit(2);
        }
        ScriptedProvider provider = ScriptedProvider.start(2, 4, Fault.NONE);
        PrintStream out = System.out;
        out.println("listening on " + provider.provider().base());
        out.flush();
        String line = "x".repeat(200);
        while (true) {
            if (arguments[0].equals("dies") && provider.pool().used() >= ACCEPTED_BEFORE_THE_END) {
                Runtime.getRuntime().halt(3);
            }
            if (arguments[0].equals("floods")) {
                out.println(line);
                System.err.println(line);
            } else {
                Thread.sleep(1);
            }
        }
    }
}
