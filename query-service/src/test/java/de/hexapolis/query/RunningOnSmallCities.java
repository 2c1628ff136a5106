package de.hexapolis.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.Map;

/** Starts the service on the small cities at their moment, with a key pair of its own for tokens. */
public final class RunningOnSmallCities implements QuarkusTestResourceLifecycleManager {
    private final SmallCities cities = new SmallCities();
    private final Tokens tokens = new Tokens();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", cities.server().jdbcUrl(),
                "quarkus.datasource.username", cities.server().username(),
                "quarkus.datasource.password", cities.server().password(),
                "mp.jwt.verify.publickey", tokens.publicKey(),
                "hexapolis.clock.epoch", Instant.now().toString(),
                "hexapolis.clock.start", SmallCities.NOW.toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(cities, field -> field.getType() == SmallCities.class);
        injector.injectIntoFields(tokens, field -> field.getType() == Tokens.class);
    }

    @Override
    public void stop() {
        cities.close();
    }
}
