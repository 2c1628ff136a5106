package de.hexapolis.simulator.load;

import de.hexapolis.simulator.ledger.LoadPlan;
import de.hexapolis.simulator.publish.Outgoing;
import de.hexapolis.simulator.scenario.Venom;
import de.hexapolis.telemetry.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bytes of each message of a plan: one template, in which time and values are overwritten. Thread-safe; the text of
 * the current second is kept for the next message.
 */
public final class LoadMessages {
    private static final String TIME = "2026-01-01T00:00:00.000000Z";
    private static final String VALUE = "10.00";
    private static final int UP_TO_SECONDS = 19;
    /** Below the packet limit of the platform's broker, 65 KiB. */
    private static final int LARGEST_POISON = 60_000;

    private static final long MICROS = 1_000_000;

    private final LoadPlan plan;
    private final List<String> topics;
    private final byte[] template;
    private final int timeAt;
    private final int[] valueAt;
    private volatile Second second = new Second(Long.MIN_VALUE);

    public LoadMessages(LoadPlan plan) {
        this.plan = plan;
        this.topics = IntStream.range(0, plan.devices()).mapToObj(plan::topic).toList();
        StringBuilder text = new StringBuilder("{\"observed_at\":\"");
        this.timeAt = text.length();
        text.append(TIME).append("\",\"readings\":[");
        this.valueAt = new int[plan.quantities()];
        for (int kind = 0; kind < valueAt.length; kind++) {
            Quantity quantity = plan.kinds().get(kind);
            text.append(kind == 0 ? "" : ",").append("{\"quantity\":\"").append(quantity.wireName());
            text.append("\",\"value\":");
            valueAt[kind] = text.length();
            text.append(VALUE).append('}');
        }
        this.template = text.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The message with this number, poison or not; always the same bytes. */
    public Outgoing message(long number) {
        String topic = topics.get(plan.device(number));
        return new Outgoing(topic, plan.isPoison(number) ? poison(number) : good(number));
    }

    /** Where in a good message the time stands, 27 characters. */
    public int timeAt() {
        return timeAt;
    }

    private byte[] good(long number) {
        byte[] payload = template.clone();
        long micros = plan.observedAtMicros(number);
        byte[] upToSeconds = second(Math.floorDiv(micros, MICROS)).text();
        System.arraycopy(upToSeconds, 0, payload, timeAt, UP_TO_SECONDS);
        digits(payload, timeAt + UP_TO_SECONDS + 6, Math.floorMod(micros, MICROS), 6);
        for (int kind = 0; kind < valueAt.length; kind++) {
            int hundredths = plan.hundredths(number, kind);
            digits(payload, valueAt[kind] + 1, hundredths / 100, 2);
            digits(payload, valueAt[kind] + 4, hundredths % 100, 2);
        }
        return payload;
    }

    private byte[] poison(long number) {
        Venom[] all = Venom.values();
        Venom venom = all[plan.dice("venom", number).below(all.length)];
        Instant at = plan.start().plusNanos((plan.observedAtMicros(number) - plan.startMicros()) * 1_000);
        return venom.payload(at, number, LARGEST_POISON);
    }

    /** Writes the last digits of a number, the lowest one at {@code last}. */
    private static void digits(byte[] payload, int last, long number, int count) {
        long rest = number;
        for (int i = 0; i < count; i++) {
            payload[last - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private Second second(long epochSecond) {
        Second current = second;
        if (current.epochSecond != epochSecond) {
            current = new Second(epochSecond);
            second = current;
        }
        return current;
    }

    /** The text of a second, such as 2026-07-01T10:15:00. */
    private static final class Second {
        private final long epochSecond;
        private final byte[] text;

        Second(long epochSecond) {
            this.epochSecond = epochSecond;
            this.text = epochSecond == Long.MIN_VALUE
                    ? new byte[0]
                    : Arrays.copyOf(
                            Instant.ofEpochSecond(epochSecond).toString().getBytes(StandardCharsets.US_ASCII),
                            UP_TO_SECONDS);
        }

        byte[] text() {
            return text;
        }
    }
}
