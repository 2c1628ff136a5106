package de.hexapolis.judge;

import de.hexapolis.blueprint.BlueprintLoader;
import de.hexapolis.blueprint.Loading;
import de.hexapolis.blueprint.Packs;
import de.hexapolis.store.EventRow;
import de.hexapolis.store.Fixture;
import de.hexapolis.store.MessageRows;
import de.hexapolis.store.MessageStore;
import de.hexapolis.store.ObservationRow;
import de.hexapolis.store.PositionRow;
import de.hexapolis.store.WriteResult;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A city that is judged by the rules of the base pack; each asset of it has one device, which has the same number. */
final class PresetWorld implements AutoCloseable {
    private final JudgedBins city;
    private final MessageStore store;
    private final long registry;

    PresetWorld(Instant now) {
        city = new JudgedBins(1, now);
        store = city.store();
        city.fixture().execute("delete from blueprint");
        try (Connection connection = city.fixture().database().getConnection()) {
            connection.setAutoCommit(false);
            Loading loading = BlueprintLoader.load(connection, Packs.shipped("base"), false, now);
            if (!(loading instanceof Loading.Loaded)) {
                throw new IllegalStateException("the base pack is refused: " + loading);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        registry = Long.parseLong(
                city.fixture().column("select version from registry_version").get(0));
    }

    Fixture fixture() {
        return city.fixture();
    }

    /** @param properties in JSON */
    long asset(String kind, String properties) {
        long asset = Long.parseLong(fixture()
                .column(
                        """
                        with a as (
                            insert into asset (city_id, reference, kind, name, longitude, latitude, properties, changed_at)
                            select 'fulda', 'X-' || count(*), '%1$s', 'Here', 9.67, 50.55, '%2$s', '2026-01-01Z' from asset
                            returning asset_id)
                        select asset_id from a
                        """
                                .formatted(kind, properties))
                .get(0));
        fixture()
                .execute(
                        """
                        insert into device (device_key, city_id, changed_at, expected_interval_seconds)
                        values ('x-%1$d', 'fulda', '2026-01-01Z', 1800);
                        insert into installation (device_id, asset_id, installed_from) values (%1$d, %1$d, '2026-01-01Z');
                        insert into due (asset_id, from_at, received_at) values (%1$d, '2026-01-01Z', '2026-01-01Z')
                        """
                                .formatted(asset));
        return asset;
    }

    int series(long asset, String quantity, String channel) {
        return Integer.parseInt(fixture()
                .column(
                        """
                        with s as (
                            insert into series (asset_id, device_id, city_id, quantity, channel)
                            values (%1$d, %1$d, 'fulda', '%2$s', '%3$s') returning series_id)
                        select series_id from s
                        """
                                .formatted(asset, quantity, channel))
                .get(0));
    }

    /** A value at each of these times, as good as {@code quality} says. */
    void readings(int series, double value, int quality, Instant... times) {
        for (Instant at : times) {
            ObservationRow good = Fixture.row(series, at, value);
            ObservationRow row = new ObservationRow(series, at, value, (short) quality, good.day(), false);
            write(new MessageRows(raw(at), List.of(row), List.of(), List.of(), Optional.empty()));
        }
    }

    void event(long asset, String kind, Instant at) {
        EventRow row = new EventRow(asset, asset, at, kind, "true");
        write(new MessageRows(raw(at), List.of(), List.of(row), List.of(), Optional.empty()));
    }

    void position(long asset, double longitude, Instant at) {
        PositionRow row = new PositionRow(asset, asset, at, longitude, 50.55, OptionalDouble.of(5));
        write(new MessageRows(raw(at), List.of(), List.of(), List.of(row), Optional.empty()));
    }

    private static RawMessage raw(Instant at) {
        byte[] payload = at.toString().getBytes(StandardCharsets.UTF_8);
        return new RawMessage("own", "v1/fulda/x/telemetry", payload, at.plusSeconds(1));
    }

    private void write(MessageRows message) {
        WriteResult written = store.write(List.of(message), registry);
        if (!(written instanceof WriteResult.Committed)) {
            throw new IllegalStateException("not stored: " + written);
        }
    }

    /** So many times, the last one at the given instant. */
    static Instant[] each(Duration step, int times, Instant last) {
        Instant[] instants = new Instant[times];
        for (int n = 0; n < times; n++) {
            instants[n] = last.minus(step.multipliedBy(times - 1 - n));
        }
        return instants;
    }

    void judgeAll(Instant now) throws SQLException {
        city.itIs(now);
        city.judgeAll();
    }

    @Override
    public void close() {
        city.close();
    }
}
