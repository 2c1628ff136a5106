package de.hexapolis.orders;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.rules.VerifiedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryNamesWhoWhatWhenTest {
    private static final String HISTORY =
            """
            select action, from_state, to_state, actor, to_char(happened_at at time zone 'UTC', 'HH24:MI'),
                to_char(at at time zone 'UTC', 'HH24:MI'), edition, command_id is null
            from history order by history_id
            """;

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    @BeforeEach
    void aFullBin() {
        Orders.aCity(database);
        Orders.open(database, 1);
    }

    @Test
    void eachStepIsThereWithPersonPhonesTimeAndRulesVersion() {
        People.say(database, "acknowledge", Optional.of(1L), List.of());
        People.done(database, 1, Instant.parse("2026-07-01T09:05:00Z"), Instant.parse("2026-07-01T12:02:00Z"));
        Orders.endedBySensor(database, 1, 1, Instant.parse("2026-07-01T12:30:00Z"));

        assertThat(database.rows(HISTORY))
                .containsExactly(
                        "opened null open sensor 08:00 08:30 0123456789abcdef t",
                        "acknowledge open acknowledged k.nord 08:40 08:40 0123456789abcdef f",
                        "done acknowledged done k.nord 09:05 12:02 0123456789abcdef f",
                        "ended done verified sensor 12:30 12:30 0123456789abcdef t");
        assertThat(database.rows(
                        "select evidence->'why'->0->>'value', evidence->'why'->0->>'rule', edition from alert"))
                .containsExactly("86.0 bin-full 0123456789abcdef");
    }

    @Test
    void noticesNameNoPerson() {
        People.say(database, "acknowledge", Optional.of(1L), List.of());
        People.say(database, "not-possible", Optional.of(1L), List.of());

        assertThat(database.rows("select body from notice"))
                .hasSizeGreaterThan(4)
                .noneMatch(body -> body.contains("k.nord") || body.contains("Zugeparkt"));
    }

    @Test
    void theSameCommandActsOnceThoughItsRowWereGone() {
        UUID command = UUID.randomUUID();
        Instant now = Orders.NOW.plus(Duration.ofMinutes(5));
        for (int time = 0; time < 2; time++) {
            People.say(database, "comment", Optional.empty(), List.of(1L), Optional.empty(), now, command);
        }

        assertThat(database.rows("select count(*) from history where action = 'comment'"))
                .containsExactly("1");
    }

    @Test
    void aPersonsWordEndsWhatOnlyAPersonCanSeeAndStandsForTheEpisodeUntilTheDataEndIt() {
        database.inTransaction(connection -> {
            NewAlert alert = Orders.alert(
                    2,
                    Orders.rule("battery-low", VerifiedBy.SENSOR_OR_PERSON),
                    Orders.fullBin(2).episode());
            Orders.open(connection, alert);
            return 1;
        });
        People.done(database, 2, Orders.NOW, Orders.NOW);

        assertThat(database.rows("select state, ended_at from alert where alert_id = 2"))
                .containsExactly("verified null");
        assertThat(database.rows("select action, to_state, actor from history where alert_id = 2 and actor = 'k.nord'"))
                .containsExactly("done done k.nord", "verified verified k.nord");
        List<StandingAlert> standing = database.inTransaction(connection ->
                OverlappingAlerts.on(connection, List.of("asset:2"), Orders.NOW.plus(Duration.ofDays(9))));
        assertThat(standing).extracting(StandingAlert::alertId).containsExactly(2L);

        int told = database.rows("select * from notice").size();
        Orders.endedBySensor(database, 2, 2, Orders.NOW.plus(Duration.ofDays(9)));
        assertThat(database.rows("select * from notice")).hasSize(told);
        assertThat(database.rows("select ended_at is null from alert where alert_id = 2"))
                .containsExactly("f");
    }
}
