package de.hexapolis.local;

import java.time.LocalDate;
import java.time.ZoneId;

/** What the operator reads when everything runs. */
record Welcome(Plan plan) {
    String text() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        return """

                Hexapolis is up. Ctrl-C stops it; the data stay in %1$s.

                  API           %2$s/api/v1/assets?city=fulda
                  aggregates    %2$s/api/v1/aggregates?city=fulda&kind=bin&quantity=fill_level&from=%5$s&to=%6$s&bucket=PT1H&group=district&fn=avg,max
                  crews         %2$s/orders   sign in with a token of %1$s/tokens/crews
                  OpenAPI       %2$s/q/openapi
                  health        %2$s/q/health   %3$s/q/health
                  metrics       %2$s/q/metrics  %3$s/q/metrics
                  MQTT          %4$s   publish to v1/fulda/<device>/telemetry
                  demo tokens   %1$s/tokens: operator.jwt, staff-fulda.jwt, crew-fulda.jwt, crews/*; open data need none
                  logs          %1$s/log

                """
                .formatted(
                        plan.folder().root(),
                        plan.queryAddress(),
                        plan.ingestAddress(),
                        plan.brokerAddress(),
                        today,
                        today.plusDays(1));
    }
}
