package de.hexapolis.delivery;

import de.hexapolis.delivery.AllowedAddress.Names;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up and waits no longer than some seconds: Java itself waits as long as the name server pleases. Few look-ups
 * hang at once; while they do, others fail at once. Thread-safe.
 */
final class BoundedNames implements Names {
    private static final long PATIENCE_MS = 3_000;
    private static final int MOST_AT_ONCE = 16;
    private static final ExecutorService THREADS = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), BoundedNames::thread);

    private final Names names;
    private final long patienceMs;

    BoundedNames() {
        this(InetAddress::getAllByName, PATIENCE_MS);
    }

    BoundedNames(Names names, long patienceMs) {
        this.names = names;
        this.patienceMs = patienceMs;
    }

    @Override
    public InetAddress[] addressesOf(String host) throws UnknownHostException {
        boolean isAddress = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return isAddress ? names.addressesOf(host) : lookedUp(host);
    }

    private InetAddress[] lookedUp(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> addresses = THREADS.submit(() -> names.addressesOf(host));
            return addresses.get(patienceMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException late) {
            throw unknown(host, late);
        } catch (ExecutionException failed) {
            throw unknown(host, failed.getCause() == null ? failed : failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unknown(host, stop);
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException("'%s' has no address now".formatted(host));
        unknown.initCause(cause);
        return unknown;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "look-up-names");
        thread.setDaemon(true);
        return thread;
    }
}
