package de.hexapolis.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a port on loopback is free. */
final class Ports {
    private Ports() {}

    /** Ends the start, naming the port, who wants it, and the option that chooses another. */
    static void requireFree(int port, String who, String option) {
        if (!free(port)) {
            throw new StartupFailed("port %d, which %s wants, is taken; choose another with %s or stop what uses it"
                    .formatted(port, who, option));
        }
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
