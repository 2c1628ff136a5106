package de.hexapolis.store;

import de.hexapolis.store.WriteResult.Committed;
import de.hexapolis.store.WriteResult.RegistryChanged;
import de.hexapolis.telemetry.RawMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Writes a batch of messages in one transaction: rows, latest values, marks, quarantine. Writing a batch again changes
 * nothing. A row that the database refuses is found by halving the batch and goes into quarantine. Thread-safe.
 */
public final class MessageStore {
    private final DataSource database;
    private final Partitions partitions;
    private final DueBell bell;
    /** Whether the last batch brought readings that were stored before: then the next is likely to as well. */
    private volatile boolean duplicatesCome;

    /** A store of whose due rows nobody hears at once. */
    public MessageStore(DataSource database, Partitions partitions) {
        this(database, partitions, new DueBell());
    }

    /** @param bell rung after a commit that left something to be judged */
    public MessageStore(DataSource database, Partitions partitions, DueBell bell) {
        this.database = database;
        this.partitions = partitions;
        this.bell = bell;
    }

    /** Forgets which partitions there are: the database was away, and may come back as another that has fewer. */
    public void forget() {
        partitions.forget();
    }

    /**
     * @param registryVersion of the registry that the rows were made with
     * @throws StoreUnavailable if the database is away; whether the batch was committed is then unknown, and writing it
     *     again is safe
     * @throws IllegalStateException if not even quarantine takes a message, which is a defect
     */
    public WriteResult write(List<MessageRows> batch, long registryVersion) {
        Runnable end = bell.begins();
        try {
            partitions.ensureFor(batch);
            return inTransaction(batch, registryVersion);
        } catch (RowRefused refused) {
            return halved(batch, registryVersion, refused);
        } finally {
            end.run();
        }
    }

    private WriteResult halved(List<MessageRows> batch, long registryVersion, RowRefused refused) {
        if (batch.size() == 1) {
            return write(List.of(quarantined(batch.get(0), refused)), registryVersion);
        }
        int middle = batch.size() / 2;
        WriteResult first = write(batch.subList(0, middle), registryVersion);
        if (!(first instanceof Committed firstHalf)) {
            return first;
        }
        WriteResult second = write(batch.subList(middle, batch.size()), registryVersion);
        return second instanceof Committed secondHalf ? joined(firstHalf, secondHalf) : second;
    }

    private static MessageRows quarantined(MessageRows culprit, RowRefused refused) {
        RawMessage message = culprit.message();
        if (culprit.refusal().filter(QuarantineEntry::isOfTheStore).isPresent()) {
            throw new IllegalStateException(
                    "quarantine refuses a message of source '%s', topic '%s': %s"
                            .formatted(message.source(), message.topic(), refused.getMessage()),
                    refused);
        }
        return MessageRows.refused(new QuarantineEntry(
                message, QuarantineEntry.REFUSED_BY_STORE, String.valueOf(refused.getMessage()), culprit.origin()));
    }

    /** By COPY as long as readings are new, by INSERT while duplicates come. */
    private WriteResult inTransaction(List<MessageRows> batch, long registryVersion) throws RowRefused {
        try {
            if (!duplicatesCome) {
                Optional<WriteResult> written = ifAllAreNew(batch, registryVersion);
                if (written.isPresent()) {
                    return written.get();
                }
            }
            WriteResult result = inTransaction(batch, registryVersion, ObservationWay.INSERT);
            duplicatesCome =
                    result instanceof Committed committed && committed.duplicates() + committed.conflicts() > 0;
            return result;
        } catch (SQLException failure) {
            throw RowRefused.orUnavailable(failure);
        }
    }

    private Optional<WriteResult> ifAllAreNew(List<MessageRows> batch, long registryVersion) throws SQLException {
        try {
            return Optional.of(inTransaction(batch, registryVersion, ObservationWay.COPY));
        } catch (SQLException failure) {
            if (CopyObservations.UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private WriteResult inTransaction(List<MessageRows> batch, long registryVersion, ObservationWay way)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (HoldRegistry.run(connection) != registryVersion) {
                    connection.rollback();
                    return new RegistryChanged();
                }
                Committed result = new BatchWrite(connection, batch).run(way);
                connection.commit();
                if (result.due() > 0) {
                    bell.ring();
                }
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }

    private static Committed joined(Committed first, Committed second) {
        List<Outcome> outcomes = new ArrayList<>(first.outcomes());
        outcomes.addAll(second.outcomes());
        return new Committed(
                outcomes,
                first.observations() + second.observations(),
                first.duplicates() + second.duplicates(),
                first.conflicts() + second.conflicts(),
                first.due() + second.due());
    }
}
