package dev.sluice.contract.tck.scripted;

import java.io.PrintStream;

/** The scripted provider as a program: the fault is its argument, the rest comes from the environment. */
public final class ScriptedMain {
    private ScriptedMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Fault fault = Fault.valueOf(arguments[0]);
        ScriptedProvider provider = ScriptedProvider.start(
                0, number("SLUICE_CONCURRENCY_LIMIT", 4), number("SLUICE_QUEUE_LIMIT", 16), fault);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(provider, fault)));
        PrintStream out = System.out;
        out.println("listening on " + provider.provider().base());
        out.flush();
        Thread.sleep(600_000);
    }

    private static void drain(ScriptedProvider provider, Fault fault) {
        if (fault == Fault.EXITS_AT_ONCE) {
            Runtime.getRuntime().halt(0);
        }
        try {
            if (fault == Fault.LISTENER_CLOSED) {
                provider.stopListening();
                // Whoever came before is answered before the level shows the drain.
                Thread.sleep(300);
            }
            provider.pool().drain();
            while (provider.pool().used() > 0) {
                Thread.sleep(5);
            }
            // The last answers are on their way.
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(fault == Fault.DRAINS_WITH_STATUS_1 ? 1 : 0);
    }

    private static int number(String variable, int otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
