package de.hexapolis.schema;

import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets each migration take its time: an index over all observations takes longer than the pool's limit of the socket,
 * which holds again afterwards. One thread.
 */
final class Unhurried implements Callback {
    private static final Set<Event> AFTER = Set.of(Event.AFTER_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_ERROR);

    private int usualLimit;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || AFTER.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                usualLimit = context.getConnection().getNetworkTimeout();
            }
            context.getConnection().setNetworkTimeout(Runnable::run, AFTER.contains(event) ? usualLimit : 0);
        } catch (SQLException lost) {
            throw new FlywayException("the connection of a migration is lost: " + lost.getMessage(), lost);
        }
    }

    @Override
    public String getCallbackName() {
        return getClass().getSimpleName();
    }
}
