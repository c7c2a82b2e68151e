package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.LoopbackServer;
import dev.sluice.contract.provider.Provider;

/** The scripted provider on a free loopback port; right in everything, or wrong in one way. */
public final class ScriptedProvider implements AutoCloseable {
    private final LoopbackServer server;
    private final WorkPool pool;

    private ScriptedProvider(LoopbackServer server, WorkPool pool) {
        this.server = server;
        this.pool = pool;
    }

    /** A provider with W and Q that is wrong in one way. */
    public static ScriptedProvider start(int concurrency, int queued, Fault fault) {
        return start(0, concurrency, queued, fault);
    }

    static ScriptedProvider start(int port, int concurrency, int queued, Fault fault) {
        WorkPool pool = new WorkPool(ScriptedPolicy.first(concurrency, queued), fault);
        LoopbackServer server = LoopbackServer.start(port, new ScriptedApi(pool, fault));
        pool.watch(server::connections);
        return new ScriptedProvider(server, pool);
    }

    /** Where it listens. */
    public Provider provider() {
        return new Provider(server.uri());
    }

    WorkPool pool() {
        return pool;
    }

    void stopListening() {
        server.stopListening();
    }

    @Override
    public void close() {
        server.close();
        pool.close();
    }
}
