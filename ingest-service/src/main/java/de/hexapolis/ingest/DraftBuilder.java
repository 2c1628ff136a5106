package de.hexapolis.ingest;

import de.hexapolis.decode.Accepted;
import de.hexapolis.decode.RejectReason;
import de.hexapolis.registry.Installation;
import de.hexapolis.registry.RegisteredDevice;
import de.hexapolis.registry.SeriesKey;
import de.hexapolis.store.EventRow;
import de.hexapolis.store.Origin;
import de.hexapolis.store.PositionRow;
import de.hexapolis.store.QuarantineEntry;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.telemetry.PositionFix;
import de.hexapolis.telemetry.Quality;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.RawMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the draft of one accepted message of a registered device. One thread, used once. */
final class DraftBuilder {
    private final RawMessage message;
    private final RegisteredDevice device;
    private final Origin origin;
    private final Instant now;

    private final List<Draft.Reading> readings = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<PositionRow> positions = new ArrayList<>();
    private final List<String> refusedDetails = new ArrayList<>();
    private Optional<RejectReason> firstReason = Optional.empty();

    DraftBuilder(RawMessage message, RegisteredDevice device, Origin origin, Instant now) {
        this.message = message;
        this.device = device;
        this.origin = origin;
        this.now = now;
    }

    Draft build(Accepted accepted) {
        accepted.refusedParts().forEach(part -> refuse(part.reason(), part.detail()));
        boolean measuresFill =
                accepted.measurements().stream().anyMatch(each -> each.quantity() == Quantity.FILL_LEVEL);
        for (Measurement measurement : accepted.measurements()) {
            place(measurement.observedAt(), measurement.quantity().wireName())
                    .ifPresent(installation -> add(measurement, installation, measuresFill));
        }
        for (DeviceEvent event : accepted.events()) {
            place(event.observedAt(), event.kind())
                    .ifPresent(installation -> events.add(new EventRow(
                            device.deviceId(),
                            installation.assetId(),
                            event.observedAt(),
                            event.kind(),
                            event.value())));
        }
        for (PositionFix fix : accepted.positions()) {
            place(fix.observedAt(), "position")
                    .ifPresent(installation -> positions.add(new PositionRow(
                            device.deviceId(),
                            installation.assetId(),
                            fix.observedAt(),
                            fix.longitude(),
                            fix.latitude(),
                            fix.accuracyMetres())));
        }
        return new Draft(message, origin, readings, events, positions, refusal());
    }

    private void add(Measurement measurement, Installation installation, boolean measuresFill) {
        Instant day = measurement
                .observedAt()
                .atZone(installation.zone())
                .toLocalDate()
                .atStartOfDay(installation.zone())
                .toInstant();
        readings.add(new Draft.Reading(
                series(measurement, measurement.quantity(), installation, false),
                measurement.observedAt(),
                measurement.value(),
                measurement.quality().code(),
                day));
        if (measurement.quantity() == Quantity.DISTANCE && measurement.quality() == Quality.GOOD && !measuresFill) {
            installation
                    .calibrationAt(measurement.observedAt())
                    .ifPresent(calibration -> readings.add(new Draft.Reading(
                            series(measurement, Quantity.FILL_LEVEL, installation, true),
                            measurement.observedAt(),
                            calibration.fillLevel(measurement.value()),
                            Quality.GOOD.code(),
                            day)));
        }
    }

    private SeriesKey series(Measurement measurement, Quantity quantity, Installation installation, boolean derived) {
        return new SeriesKey(
                installation.assetId(),
                device.deviceId(),
                installation.city(),
                quantity,
                measurement.channel(),
                derived);
    }

    /** Where the device was when it measured; empty, and refused, if the time cannot be or it was nowhere. */
    private Optional<Installation> place(Instant observedAt, String what) {
        if (observedAt.isAfter(now.plus(PlatformClock.MOST_AHEAD))) {
            refuse(
                    RejectReason.TOO_NEW,
                    "%s: observed at %s, more than %s ahead of %s"
                            .formatted(what, observedAt, PlatformClock.MOST_AHEAD, now));
            return Optional.empty();
        }
        Optional<Installation> installation = device.installationAt(observedAt);
        if (installation.isEmpty()) {
            refuse(
                    RejectReason.NOT_INSTALLED,
                    "%s: device '%s' was installed nowhere at %s".formatted(what, device.key(), observedAt));
            return Optional.empty();
        }
        Instant horizon = installation.get().rawHorizon(now);
        if (observedAt.isBefore(horizon)) {
            refuse(
                    RejectReason.TOO_OLD,
                    "%s: observed at %s, before the horizon of raw retention, %s".formatted(what, observedAt, horizon));
            return Optional.empty();
        }
        return installation;
    }

    private void refuse(RejectReason reason, String detail) {
        if (firstReason.isEmpty()) {
            firstReason = Optional.of(reason);
        }
        refusedDetails.add(detail);
    }

    private Optional<QuarantineEntry> refusal() {
        return firstReason.map(
                reason -> new QuarantineEntry(message, reason.wireName(), String.join("; ", refusedDetails), origin));
    }
}
