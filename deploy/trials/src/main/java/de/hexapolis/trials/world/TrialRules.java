package de.hexapolis.trials.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * Rules and webhooks of a trial, written in SQL as loading a pack and asking for a channel write them. Assets that are there
 * become due.
 */
public final class TrialRules {
    /** A device's temperature from 80 °C on, at its first reading. */
    public static final String FIRE =
            """
            {"id": "trial-fire", "kinds": ["bin"], "title": {"de": "Brand", "en": "Fire"}, "work": "extinguish",
             "when": {"threshold": {"quantity": "device_temperature", "hysteresis": 15, "confirm": 1,
              "levels": [{"at_least": 80, "severity": "critical"}]}}}
            """;
    /** What a bin of the base pack has: full, fire, tilt, battery, silence. */
    public static final Map<String, String> FIVE = Map.of(
            "trial-full",
            """
            {"id": "trial-full", "kinds": ["bin"], "title": {"de": "Voll", "en": "Full"}, "work": "empty",
             "when": {"threshold": {"quantity": "fill_level", "hysteresis": 10, "confirm": 2, "opens_at": "info",
              "levels": [{"at_least": 70, "severity": "info"}, {"at_least": 85, "severity": "warning"},
               {"at_least": 95, "severity": "urgent"}]}}}
            """,
            "trial-fire",
            FIRE,
            "trial-tilt",
            """
            {"id": "trial-tilt", "kinds": ["bin"], "title": {"de": "Gekippt", "en": "Tipped over"}, "work": "set_up",
             "when": {"threshold": {"quantity": "tilt", "absolute": true, "hysteresis": 10, "confirm": 1,
              "levels": [{"at_least": 85, "severity": "warning"}]}}}
            """,
            "trial-battery",
            """
            {"id": "trial-battery", "kinds": ["bin"], "title": {"de": "Batterie", "en": "Battery"}, "work": "repair",
             "when": {"threshold": {"quantity": "battery_level", "hysteresis": 1, "confirm": 3,
              "levels": [{"at_most": 9, "severity": "info"}]}}}
            """,
            "trial-silent",
            """
            {"id": "trial-silent", "kinds": ["bin"], "title": {"de": "Stumm", "en": "Silent"}, "work": "inspect",
             "when": {"silence": {"intervals": 3, "at_least": "PT26H", "daily_at_least": "PT26H",
              "levels": [{"severity": "warning"}]}}}
            """);

    private static final String PACK =
            """
            insert into blueprint (blueprint_id, version, fingerprint, loaded_at)
            values ('trial', '1.0.0', '', now()) on conflict do nothing
            """;
    private static final String RULE =
            """
            insert into rule (section, rule_id, blueprint_id, file, line, document, changed_at)
            values ('rule', ?, 'trial', 'rules/trial.yaml', 1, ?::jsonb, now())
            """;
    private static final String STAFF =
            """
            insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
            select city_id, 'staff', 'Verwaltung', 'Staff', '{}', now() from city on conflict do nothing
            """;
    private static final String CHANGED = "update rule_version set version = version + 1";
    private static final String PATIENT_WITH_CLOCKS =
            """
            update rule set document = jsonb_set(document, '{late_clock,behind}', '"P2D"') where rule_id = 'late-clock'
            """;
    private static final String DUE =
            "insert into due (asset_id, from_at, received_at) select asset_id, now(), now() from asset";
    private static final String WEBHOOK =
            """
            insert into channel (kind, name, address, secret, changed_at)
            values ('webhook', 'trial', ?, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', now())
            """;

    private TrialRules() {}

    /** @param rules documents by id */
    public static void write(World world, Map<String, String> rules) throws SQLException {
        try (Connection connection = world.database().open()) {
            write(connection, rules);
        }
    }

    static void write(Connection connection, Map<String, String> rules) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, PACK);
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            run(connection, RULE, rule.getKey(), rule.getValue());
        }
        run(connection, STAFF);
        run(connection, CHANGED);
        run(connection, DUE);
        connection.commit();
    }

    /** At speed a few busy seconds of the machine are hours, for which no device's clock is to blame. */
    public static void blameNoClock(World world) throws SQLException {
        try (Connection connection = world.database().open()) {
            connection.setAutoCommit(false);
            run(connection, PATIENT_WITH_CLOCKS);
            run(connection, CHANGED);
            connection.commit();
        }
    }

    /** Tells everything of all cities to this address, too. */
    public static void addWebhook(World world, String address) throws SQLException {
        try (Connection connection = world.database().open()) {
            run(connection, WEBHOOK, address);
        }
    }

    private static void run(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
