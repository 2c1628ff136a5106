package de.hexapolis.query.status;

import de.hexapolis.query.status.ReadWetted.Candidate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How assets are, by their ids. */
public final class AssetStates {
    private static final AssetState NEVER_HEARD_OF = new AssetState(AssetState.UNKNOWN, Optional.empty());

    /** Of assets whose state nobody asked for. */
    public static final AssetStates NONE = new AssetStates(Map.of());

    private final Map<Long, AssetState> byAsset;

    private AssetStates(Map<Long, AssetState> byAsset) {
        this.byAsset = byAsset;
    }

    /** Reads the states of these assets. */
    public static AssetStates of(Connection connection, Collection<Long> assets, Instant now) throws SQLException {
        if (assets.isEmpty()) {
            return NONE;
        }
        Map<String, StatusRule> rules = ReadStatusRules.run(connection);
        Map<Long, Sensed> sensed = ReadMainReadings.run(connection, assets);
        Map<Long, Reading> witnesses = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        sensed.forEach((asset, of) -> {
            StatusRule rule = rules.getOrDefault(of.kind(), StatusRule.NONE);
            rule.wetting().ifPresent(wetting -> rule.witness(of, now).ifPresent(reading -> {
                witnesses.put(asset, reading);
                candidates.add(
                        new Candidate(reading.series(), wetting.dryFrom(reading.value()), now.minus(wetting.within())));
            }));
        });
        Set<Integer> wetted = ReadWetted.run(connection, candidates, now);
        Map<Long, AssetState> states = new HashMap<>(2 * sensed.size());
        sensed.forEach((asset, of) -> {
            Optional<Reading> wet =
                    Optional.ofNullable(witnesses.get(asset)).filter(reading -> wetted.contains(reading.series()));
            states.put(asset, rules.getOrDefault(of.kind(), StatusRule.NONE).judge(of, wet, now));
        });
        return new AssetStates(states);
    }

    public AssetState of(long asset) {
        return byAsset.getOrDefault(asset, NEVER_HEARD_OF);
    }
}
