package de.hexapolis.servers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.impl.PostOfficeImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Lets a topic's first message find the wildcard subscriptions before a second one looks for them. Thread-safe.
 *
 * <p>Artemis 2.55 fills a new topic's routes while others can already see them: of two connections that publish to it
 * first at the same time, one's message then reaches nobody and is acknowledged all the same (ARTEMIS-6199). Here the
 * routes are made under a lock, once per topic; what is remembered is as many names as the broker itself holds.
 */
final class FirstRoute implements ActiveMQServerPlugin {
    private final Set<SimpleString> routed = ConcurrentHashMap.newKeySet();
    private @Nullable ActiveMQServer broker;

    @Override
    public synchronized void registered(ActiveMQServer server) {
        broker = server;
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        SimpleString topic = message.getAddressSimpleString();
        if (!routed.contains(topic)) {
            route(topic);
        }
    }

    @Override
    public void beforeRemoveAddress(SimpleString address) {
        routed.remove(address);
    }

    @Override
    public void afterRemoveAddress(SimpleString address, @Nullable AddressInfo addressInfo) {
        routed.remove(address);
    }

    private synchronized void route(SimpleString topic) throws ActiveMQException {
        if (routed.contains(topic)) {
            return;
        }
        if (broker == null || !(broker.getPostOffice() instanceof PostOfficeImpl routes)) {
            throw new ActiveMQException("no way to the routes of " + topic);
        }
        try {
            routes.getAddressManager().getBindingsForRoutingAddress(topic);
        } catch (Exception e) {
            throw new ActiveMQException("cannot route " + topic, e);
        }
        routed.add(topic);
    }
}
