package de.hexapolis.simulator.ledger;

import de.hexapolis.simulator.console.BadInput;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What was attempted and what the broker acknowledged, in a file that is mapped into memory: what was noted is on
 * record even if the process is killed the next moment.
 *
 * <p>The file: 4,096 bytes with the plan as JSON, then a section for each connection. In a section, 8 bytes: how many
 * of the connection's messages were attempted, in their order; then a bit for each of its messages: acknowledged with
 * reason code 0x00. Numbers have their big end first.
 *
 * <p>Thread-safe: one thread for each connection attempts, any thread acknowledges.
 */
public final class Ledger {
    static final int HEADER_BYTES = 4_096;

    private final LoadPlan plan;
    private final List<LedgerSection> sections;

    private Ledger(LoadPlan plan, List<LedgerSection> sections) {
        this.plan = plan;
        this.sections = List.copyOf(sections);
    }

    /** A new file; one that is there is not overwritten. */
    public static Ledger create(Path file, LoadPlan plan) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(LedgerHeader.write(plan), 0);
            return new Ledger(plan, map(channel, plan, FileChannel.MapMode.READ_WRITE));
        } catch (IOException refused) {
            throw new BadInput("ledger %s: cannot be made: %s".formatted(file, refused), refused);
        }
    }

    /** To be read only, as it is now. */
    public static Ledger open(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            LoadPlan plan = LedgerHeader.read(file, channel);
            long size = HEADER_BYTES
                    + sizes(plan).stream().mapToLong(Long::longValue).sum();
            if (channel.size() < size) {
                throw new BadInput("ledger %s: %d bytes, not %d: cut off".formatted(file, channel.size(), size));
            }
            return new Ledger(plan, map(channel, plan, FileChannel.MapMode.READ_ONLY));
        } catch (IOException unreadable) {
            throw new BadInput("ledger %s: cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    public LoadPlan plan() {
        return plan;
    }

    /** To be called before the message is sent; messages of a connection in their order. */
    public void attempting(long message) {
        section(message).attempting(message / plan.connections());
    }

    /** To be called after PUBACK with reason code 0x00. */
    public void acknowledged(long message) {
        section(message).acknowledged(message / plan.connections());
    }

    public boolean isAttempted(long message) {
        return message / plan.connections() < section(message).attempted();
    }

    public boolean isAcknowledged(long message) {
        return section(message).isAcknowledged(message / plan.connections());
    }

    public long attempted() {
        return sections.stream().mapToLong(LedgerSection::attempted).sum();
    }

    public long acknowledged() {
        return sections.stream().mapToLong(LedgerSection::acknowledged).sum();
    }

    private LedgerSection section(long message) {
        return sections.get(plan.connection(message));
    }

    private static List<LedgerSection> map(FileChannel channel, LoadPlan plan, FileChannel.MapMode mode)
            throws IOException {
        List<LedgerSection> sections = new ArrayList<>();
        long offset = HEADER_BYTES;
        for (long size : sizes(plan)) {
            MappedByteBuffer bytes = channel.map(mode, offset, size);
            sections.add(new LedgerSection(bytes));
            offset += size;
        }
        return sections;
    }

    private static List<Long> sizes(LoadPlan plan) {
        List<Long> sizes = new ArrayList<>();
        for (int connection = 0; connection < plan.connections(); connection++) {
            sizes.add(LedgerSection.size(plan.messagesOf(connection)));
        }
        return sizes;
    }
}
