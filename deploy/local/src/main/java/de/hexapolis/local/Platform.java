package de.hexapolis.local;

import de.hexapolis.servers.EmbeddedDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts a {@link Plan} part by part, loads the blueprints, and waits for the first data. One thread. */
final class Platform {
    private static final Duration FIRST_DATA = Duration.ofMinutes(2);

    private final Plan plan;
    private final Startup startup;
    private final Consumer<String> say;
    private final ServiceApi query;
    private final ServiceApi ingest;
    private final DemoTokens tokens;

    Platform(Plan plan, Startup startup, Consumer<String> say) {
        this.plan = plan;
        this.startup = startup;
        this.say = say;
        this.query = new ServiceApi(URI.create(plan.queryAddress()));
        this.ingest = new ServiceApi(URI.create(plan.ingestAddress()));
        this.tokens = new DemoTokens(plan.folder().tokens());
    }

    void start() {
        startup.begin();
        tokens.prepare(Instant.now(), DemoCrew.of(BlueprintPack.below(plan.blueprints())));
        new PushKeys(plan.folder().tokens()).prepare();
        requireFreePorts();
        Programs programs =
                new Programs(plan, plan.database().orElseGet(() -> DatabasePart.address(plan.databasePort())));
        if (plan.database().isEmpty()) {
            startup.start(new DatabasePart(EmbeddedDatabase.Settings.durable(
                    plan.folder().database(), plan.databasePort(), plan.folder().log("database"))));
        }
        if (plan.broker().isEmpty()) {
            startup.start(part(programs.broker(), () -> !Ports.free(plan.brokerPort())));
        }
        startup.start(part(programs.ingest(), () -> isReady(ingest)));
        startup.start(part(programs.query(), () -> isReady(query)));
        loadBlueprints();
        if (plan.simulator()) {
            startup.start(part(programs.simulator(), () -> true));
            waitForData();
        }
    }

    private ProgramPart part(Program program, BooleanSupplier ready) {
        return new ProgramPart(program, plan.folder(), ready);
    }

    private static boolean isReady(ServiceApi service) {
        return service.get("/q/health/ready", "").isFine();
    }

    private void requireFreePorts() {
        if (plan.broker().isEmpty()) {
            Ports.requireFree(plan.brokerPort(), "the MQTT broker", "--broker-port");
        }
        if (plan.database().isEmpty() && !EmbeddedDatabase.runsIn(plan.folder().database())) {
            Ports.requireFree(plan.databasePort(), "PostgreSQL", "--database-port");
        }
        Ports.requireFree(plan.ingestPort(), "ingest-service", "--ingest-port");
        Ports.requireFree(plan.queryPort(), "query-service", "--query-port");
    }

    private void loadBlueprints() {
        LoadBlueprint load = new LoadBlueprint(query, tokens.operator());
        for (BlueprintPack pack : BlueprintPack.below(plan.blueprints())) {
            load.load(pack);
            say.accept("blueprint %-10s loaded".formatted(pack.name()));
        }
    }

    private void waitForData() {
        Instant begun = Instant.now();
        while (!hasValues()) {
            if (Duration.between(begun, Instant.now()).compareTo(FIRST_DATA) > 0) {
                throw new StartupFailed("no data on %s/api/v1/assets within %d s; see %s and %s"
                        .formatted(
                                plan.queryAddress(),
                                FIRST_DATA.toSeconds(),
                                plan.folder().log(Programs.SIMULATOR),
                                plan.folder().log(Programs.INGEST)));
            }
            Pause.briefly();
        }
        say.accept("data flow");
    }

    private boolean hasValues() {
        ServiceApi.Answer answer = query.get("/api/v1/assets?limit=1000", tokens.operator());
        return answer.isFine() && answer.json().findValues("value").stream().anyMatch(value -> value.isNumber());
    }
}
