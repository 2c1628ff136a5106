package de.hexapolis.local;

import java.time.Duration;
import java.time.Instant;

/** Loads packs over REST; loading one again changes nothing. */
record LoadBlueprint(ServiceApi api, String token) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** @return what the platform says that it did */
    String load(BlueprintPack pack) {
        byte[] zip = pack.zip();
        Instant deadline = Instant.now().plus(PATIENCE);
        ServiceApi.Answer answer = api.post("/api/v1/blueprints", token, "application/zip", zip);
        while (!answer.isFine() && answer.status() == 503 && Instant.now().isBefore(deadline)) {
            Pause.briefly();
            answer = api.post("/api/v1/blueprints", token, "application/zip", zip);
        }
        String location = answer.location();
        while (answer.status() == 202 && !location.isEmpty() && Instant.now().isBefore(deadline)) {
            Pause.briefly();
            answer = api.get(location, token);
        }
        if (!answer.isFine() || answer.status() == 202) {
            throw new StartupFailed(
                    "blueprint '%s' is not loaded: HTTP %d %s".formatted(pack.name(), answer.status(), answer.body()));
        }
        return answer.body();
    }
}
