package de.hexapolis.simulator.ledger;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.NumberedDevice;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.TelemetryTopic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Everything about a load run that was decided before it began: from it follows, for each message number, who sends
 * it when and with which values. So a ledger needs to keep but numbers. Immutable, thread-safe.
 *
 * <p>Messages are numbered from 0 in the order of their times. Message n goes over connection n modulo connections;
 * each device belongs to one connection, and its own messages are numbered too (seq). Times of one device rise
 * strictly: no two messages of a run share a microsecond up to a million messages a second.
 *
 * @param rate messages a second over all connections
 * @param duplicates share of messages that are sent twice, as two publishes
 * @param poison share of messages that nobody can read
 */
public record LoadPlan(
        CityId city,
        int devices,
        int connections,
        long rate,
        long messages,
        int quantities,
        double duplicates,
        double poison,
        long seed,
        Instant start,
        Values values) {
    /** Of these the first n are sent; none of them makes the platform derive another. */
    private static final List<Quantity> KINDS = List.of(
            Quantity.FILL_LEVEL,
            Quantity.DEVICE_TEMPERATURE,
            Quantity.BATTERY_LEVEL,
            Quantity.TILT,
            Quantity.AIR_HUMIDITY,
            Quantity.ILLUMINANCE,
            Quantity.SOIL_MOISTURE,
            Quantity.SPEED);

    private static final long MICROS = 1_000_000;
    /** A ledger is read with a byte in memory for each. */
    private static final long MOST_MESSAGES = 2_000_000_000;

    public LoadPlan {
        require(
                connections > 0 && devices >= connections,
                "at least one connection, not %d, and a device for each, not %d in all"
                        .formatted(connections, devices));
        require(rate > 0 && rate <= MICROS, "a rate from 1 to 1000000 a second, not " + rate);
        require(
                messages >= 0 && messages <= MOST_MESSAGES,
                "from 0 to %d messages, not %d".formatted(MOST_MESSAGES, messages));
        require(
                quantities > 0 && quantities <= KINDS.size(),
                "from 1 to %d quantities, not %d".formatted(KINDS.size(), quantities));
        require(duplicates >= 0 && duplicates <= 1, "a share of duplicates from 0 to 1, not " + duplicates);
        require(poison >= 0 && poison <= 1, "a share of poison from 0 to 1, not " + poison);
        require(
                city.value().length() <= NumberedDevice.LONGEST_CITY,
                "a city's id of at most %d characters, not %s".formatted(NumberedDevice.LONGEST_CITY, city));
        start = start.truncatedTo(ChronoUnit.MICROS);
    }

    public List<Quantity> kinds() {
        return KINDS.subList(0, quantities);
    }

    public DeviceId deviceId(int device) {
        return NumberedDevice.id(city, device + 1);
    }

    public String topic(int device) {
        return new TelemetryTopic(city, deviceId(device)).toString();
    }

    public int connection(long message) {
        return (int) (message % connections);
    }

    /** How many messages go over a connection. */
    public long messagesOf(int connection) {
        return (messages - connection + connections - 1) / connections;
    }

    /** The message that is the n-th of its connection. */
    public long message(int connection, long ofConnection) {
        return ofConnection * connections + connection;
    }

    public int device(long message) {
        int connection = connection(message);
        return connection + connections * (int) (message / connections % devicesOf(connection));
    }

    public long seq(long message) {
        return message / connections / devicesOf(connection(message));
    }

    /** Microseconds since 1970; also when the message is due to be sent. */
    public long observedAtMicros(long message) {
        return startMicros() + message * MICROS / rate;
    }

    /** The message of this device observed then; −1 if there is none. */
    public long messageAt(int device, long observedAtMicros) {
        long since = observedAtMicros - startMicros();
        if (since < 0) {
            return -1;
        }
        long message = (since * rate + MICROS - 1) / MICROS;
        boolean exists = message < messages && observedAtMicros(message) == observedAtMicros;
        return exists && device(message) == device ? message : -1;
    }

    public long startMicros() {
        return start.getEpochSecond() * MICROS + start.getNano() / 1_000;
    }

    /** In hundredths of the quantity's unit, 10.00 to 94.99. */
    public int hundredths(long message, int kind) {
        return values.hundredths(device(message), seq(message), kind);
    }

    public boolean isSentTwice(long message) {
        return duplicates > 0 && dice("twice", message).chance(duplicates);
    }

    public boolean isPoison(long message) {
        return poison > 0 && dice("poison", message).chance(poison);
    }

    public Dice dice(String purpose, long message) {
        return Dice.seeded(seed).with(purpose).with(message);
    }

    private int devicesOf(int connection) {
        return (devices - connection + connections - 1) / connections;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a load needs " + what);
        }
    }
}
