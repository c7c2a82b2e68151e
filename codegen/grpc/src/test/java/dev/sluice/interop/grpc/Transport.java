package dev.sluice.interop.grpc;

import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** How a client reaches a server. */
enum Transport {
    /** Streams of bytes are handed over, no bytes are sent. */
    IN_PROCESS {
        @Override
        Server serve(ServerServiceDefinition service) throws IOException {
            return InProcessServerBuilder.forName(InProcessServerBuilder.generateName())
                    .addService(service)
                    .build()
                    .start();
        }

        @Override
        ManagedChannel connect(Server server) {
            return InProcessChannelBuilder.forAddress(server.getListenSockets().get(0))
                    .build();
        }
    },
    /** HTTP/2 on a free port of the loopback interface. */
    HTTP {
        @Override
        Server serve(ServerServiceDefinition service) throws IOException {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return NettyServerBuilder.forAddress(address, InsecureServerCredentials.create())
                    .addService(service)
                    .build()
                    .start();
        }

        @Override
        ManagedChannel connect(Server server) {
            return NettyChannelBuilder.forAddress(server.getListenSockets().get(0), InsecureChannelCredentials.create())
                    .build();
        }
    };

    abstract Server serve(ServerServiceDefinition service) throws IOException;

    abstract ManagedChannel connect(Server server);
}
