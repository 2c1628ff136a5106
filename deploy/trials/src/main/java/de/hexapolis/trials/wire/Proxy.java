package de.hexapolis.trials.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A TCP proxy on loopback that passes bytes on, until it is told otherwise. Thread-safe. */
public final class Proxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile LinkCondition condition = LinkCondition.UNDISTURBED;
    private volatile Supplier<Tap> taps = () -> Tap.NONE;

    private Proxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** To a port on loopback. */
    public static Proxy open(int target) {
        try {
            Proxy proxy = new Proxy(new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress()), target);
            Thread thread = new Thread(proxy::accept, "wire-door");
            thread.setDaemon(true);
            thread.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many connections were made through it so far. */
    public int connections() {
        return connections.get();
    }

    /** Each connection made from now on gets a tap of its own. */
    public void tap(Supplier<Tap> newTaps) {
        taps = newTaps;
    }

    /** From now on; connections that have lost bytes are cut when no more are swallowed. */
    public void set(LinkCondition newCondition) {
        condition = newCondition;
        if (!newCondition.swallowing()) {
            links.stream().filter(Link::hasSwallowed).forEach(Link::cut);
        }
    }

    /** Resets all connections; new ones are welcome. */
    public void cut() {
        links.forEach(Link::cut);
        links.clear();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close port " + port(), e);
        }
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                welcome(door.accept());
            } catch (IOException closed) {
                // the next round ends, or the next client is luckier
            }
        }
    }

    private void welcome(Socket client) throws IOException {
        connections.incrementAndGet();
        links.removeIf(link -> !link.isOpen());
        try {
            client.setTcpNoDelay(true);
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            Link link = new Link(client, server, () -> condition);
            links.add(link);
            link.start(taps.get());
        } catch (IOException unreachable) {
            client.close();
        }
    }
}
