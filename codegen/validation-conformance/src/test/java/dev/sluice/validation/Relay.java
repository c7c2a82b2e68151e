package dev.sluice.validation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** The program that the suite starts: it hands the request on to the executor, and its response back. */
final class Relay {
    private Relay() {}

    /** Takes the executor's port. */
    public static void main(String[] arguments) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
            System.in.transferTo(socket.getOutputStream());
            socket.shutdownOutput();
            socket.getInputStream().transferTo(System.out);
            System.out.flush();
        }
    }
}
