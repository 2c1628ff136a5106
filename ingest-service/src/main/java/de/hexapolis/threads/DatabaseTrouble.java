package de.hexapolis.threads;

import java.sql.SQLException;

/** What a failure says about the database and another attempt. Stateless. */
public final class DatabaseTrouble {
    private DatabaseTrouble() {}

    /**
     * No connection, server stopping, out of resources, or standing by for another one: nothing else will do either. A
     * defect of ours is never that.
     */
    public static boolean isAway(Exception failure) {
        return hasState(failure, "null|25006|08.*|53.*|57P.*|58.*");
    }

    /** Away, or ended for the sake of others, as after a deadlock: the same may do later. */
    public static boolean mayPass(Exception failure) {
        return isAway(failure) || hasState(failure, "40.*|57.*");
    }

    private static boolean hasState(Exception failure, String states) {
        return failure instanceof SQLException ofDatabase
                && String.valueOf(ofDatabase.getSQLState()).matches(states);
    }
}
