package de.hexapolis.query.status;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How assets are, by their ids. */
public final class AssetStates {
    private static final AssetState NEVER_HEARD_OF = StatusRule.NONE.judge(List.of(), Instant.EPOCH);

    /** Of assets whose state nobody asked for. */
    public static final AssetStates NONE = new AssetStates(Map.of());

    private final Map<Long, AssetState> byAsset;

    private AssetStates(Map<Long, AssetState> byAsset) {
        this.byAsset = byAsset;
    }

    /** Reads the states of these assets. */
    public static AssetStates of(Connection connection, Collection<Long> assets, Instant now) throws SQLException {
        Map<String, StatusRule> rules = ReadStatusRules.run(connection);
        Map<Long, AssetState> states = new HashMap<>();
        ReadMainReadings.run(connection, assets)
                .forEach((asset, readings) -> states.put(
                        asset,
                        rules.getOrDefault(readings.kind(), StatusRule.NONE)
                                .judge(readings.byChannel().values(), now)));
        return new AssetStates(states);
    }

    public AssetState of(long asset) {
        return byAsset.getOrDefault(asset, NEVER_HEARD_OF);
    }
}
