package de.hexapolis.local;

import de.hexapolis.servers.TokenKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tokens of operator, staff and crews, signed with this installation's own keys ({@link TokenKeys}), made at the first start that
 * needs them and never changed after. The public needs none. Files are readable by their owner only.
 */
record DemoTokens(Path folder) {
    private static final Duration VALID = Duration.ofDays(3_650);

    private static final List<Grant> GRANTS = List.of(
            new Grant("operator", "operator", List.of(), List.of()),
            new Grant("staff-fulda", "staff", List.of("fulda"), List.of()),
            new Grant("crew-fulda", "crew", List.of("fulda"), List.of()));

    /** A token to be made: file name, role, cities, and of a crew's which crews; none means all of its cities. */
    private record Grant(String name, String role, List<String> cities, List<String> crews) {
        String claims(Instant now) {
            return """
                    {"iss":"https://hexapolis.local","sub":"demo-%s","upn":"demo-%s","groups":["%s"],"cities":%s,%s\
                    "iat":%d,"exp":%d}"""
                    .formatted(
                            name,
                            name,
                            role,
                            list(cities),
                            crews.isEmpty() ? "" : "\"crews\":%s,".formatted(list(crews)),
                            now.getEpochSecond(),
                            now.plus(VALID).getEpochSecond());
        }

        private static String list(List<String> items) {
            return items.isEmpty() ? "[]" : "[\"" + String.join("\",\"", items) + "\"]";
        }
    }

    Path publicKey() {
        return folder.resolve("public.pem");
    }

    String operator() {
        return DataFolder.read(folder.resolve("operator.jwt"));
    }

    /** A folder with nothing but a token for each crew of the demo cities. */
    Path crews() {
        return folder.resolve("crews");
    }

    /** Makes what is missing. */
    void prepare(Instant now, List<DemoCrew> crews) {
        TokenKeys keys = TokenKeys.in(folder);
        for (Grant grant : GRANTS) {
            keys.write(folder.resolve(grant.name + ".jwt"), grant.claims(now));
        }
        for (DemoCrew crew : crews) {
            Grant grant = new Grant(crew.name(), "crew", List.of(crew.city()), crew.ids());
            keys.write(crews().resolve(grant.name + ".jwt"), grant.claims(now));
        }
    }
}
