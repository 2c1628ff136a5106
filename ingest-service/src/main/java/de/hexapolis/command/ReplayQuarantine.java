package de.hexapolis.command;

import de.hexapolis.quarantine.Reingest;
import de.hexapolis.quarantine.Replay;
import de.hexapolis.quarantine.ReplayFilter;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code replay-quarantine}: body {@code {"reason", "device", "city", "ids"}}, all optional, and nothing else. A page at
 * a time: between pages other commands have their turn, and the result shows how far it is.
 */
@ApplicationScoped
class ReplayQuarantine implements CommandHandler {
    private static final String AFTER_ID = "after_id";
    private static final String STORED = "stored";
    private static final String WAITING = "waiting";

    private final Replay replay;
    private final PlatformClock clock;

    ReplayQuarantine(Reingest pipeline, PlatformClock clock) {
        this.replay = new Replay(pipeline);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "replay-quarantine";
    }

    @Override
    public Answer run(Connection connection, Command command) throws SQLException, Refusal, InterruptedException {
        Replay.PageOutcome page = replay.page(connection, filter(command), soFar(command, AFTER_ID), clock.instant());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(STORED, soFar(command, STORED) + page.stored());
        result.put(WAITING, soFar(command, WAITING) + page.waiting());
        if (page.more()) {
            result.put(AFTER_ID, page.lastId());
            return new Answer.Continued(result);
        }
        return new Answer.Done(result);
    }

    private static long soFar(Command command, String what) {
        return command.progress().map(progress -> progress.path(what).asLong()).orElse(0L);
    }

    private static ReplayFilter filter(Command command) throws Refusal {
        Body body = new Body(command.body()).knowing("reason", "device", "city", "ids");
        Optional<String> city = body.text("city");
        if (city.isPresent()) {
            CityRight.check(command, city.get());
        }
        Optional<DeviceId> device = body.device("device");
        return new ReplayFilter(
                body.text("reason"), device.map(DeviceId::value), city.or(command::city), body.ids("ids"));
    }
}
