package de.hexapolis.servers;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Delivers messages in the order in which their connection published them, as MQTT promises. Thread-safe.
 *
 * <p>Artemis 2.55 handles the messages of a connection and of a queue one after the other, but on changing threads of a
 * pool, and each waits for the disk in the context that its thread happens to carry from other work. One whose context
 * has a write pending is overtaken by the next on another thread. Here a message enters its queue by the one context of
 * its session, and leaves it by a context of its own in which nothing is pending.
 */
final class SessionOrder implements ActiveMQServerPlugin {
    private volatile @Nullable ActiveMQServer broker;

    @Override
    public void registered(ActiveMQServer server) {
        broker = server;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        storage().setContext(session.getSessionContext());
    }

    @Override
    public void beforeDeliver(ServerConsumer consumer, MessageReference reference) throws ActiveMQException {
        storage().clearContext();
    }

    private StorageManager storage() throws ActiveMQException {
        ActiveMQServer server = broker;
        if (server == null) {
            throw new ActiveMQException("the order of messages needs the broker's storage");
        }
        return server.getStorageManager();
    }
}
