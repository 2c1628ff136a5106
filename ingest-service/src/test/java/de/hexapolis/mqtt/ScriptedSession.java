package de.hexapolis.mqtt;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A connection that does what a test tells it: it remembers acknowledgements and delivers on demand. */
final class ScriptedSession implements MqttSession {
    final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    volatile @Nullable Listener listener;
    volatile boolean refusing;
    /** What {@link #open} throws as no client library should. */
    volatile @Nullable RuntimeException defect;

    /** It is lost as soon as it stands. */
    volatile boolean takenOver;
    /** Gone, but nobody hears of it: what the client library should tell and does not. */
    volatile boolean silentlyGone;

    volatile boolean closed;
    volatile boolean closedOrderly;

    @Override
    public void open(Listener newListener) throws SessionRefused {
        RuntimeException thrown = defect;
        if (thrown != null) {
            throw thrown;
        }
        if (refusing) {
            throw new SessionRefused("scripted refusal", new IllegalStateException());
        }
        listener = newListener;
        if (takenOver) {
            drop();
        }
    }

    void deliver(int packetId) {
        Objects.requireNonNull(listener).arrived(this, packetId, "t", new byte[] {1});
    }

    void drop() {
        Objects.requireNonNull(listener).down(this, "scripted loss");
    }

    @Override
    public boolean acknowledge(int packetId) {
        if (closed) {
            return false;
        }
        acknowledged.add(packetId);
        return true;
    }

    @Override
    public boolean isConnected() {
        return listener != null && !closed && !silentlyGone;
    }

    @Override
    public void close(boolean orderly) {
        closed = true;
        closedOrderly = orderly;
    }
}
