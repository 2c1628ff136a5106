package de.hexapolis.trials.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import de.hexapolis.trials.world.Checkout;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A world with one replica for tests; they are skipped, with the reason, where the programs are not built. */
final class RealWorld {
    static final int DEVICES = 10;
    static final Duration LONGEST_LOAD = Duration.ofMinutes(2);

    private RealWorld() {}

    /** With a broker and a database only. */
    static World withoutReplicas(Path folder) throws InterruptedException {
        Checkout checkout = Checkout.find();
        List<Path> missing = checkout.missing().stream()
                .filter(program -> !program.equals(checkout.query()))
                .toList();
        assumeThat(missing).as("programs that mvn package has not built").isEmpty();
        return World.open(checkout, World.Folders.below(folder), 0);
    }

    /** Registers the devices, sends so many messages, and waits until they are stored; the load with its ledger. */
    static Load stored(World world, String city, int messages) throws SQLException, InterruptedException {
        world.register(city, DEVICES);
        Load.Plan plan = new Load.Plan(city, DEVICES, 200, messages, 0, 0, 1, "dice");
        Load load = Load.start(world, plan, world.broker().address());
        load.await(LONGEST_LOAD);
        world.settle(city, (long) messages * Load.Plan.QUANTITIES);
        return load;
    }

    static void execute(World world, String sql) throws SQLException {
        try (Connection connection = world.database().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
