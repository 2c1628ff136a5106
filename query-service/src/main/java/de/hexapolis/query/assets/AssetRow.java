package de.hexapolis.query.assets;

import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.query.status.AssetState;
import de.hexapolis.query.status.QualityWord;
import de.hexapolis.query.status.Reading;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** An asset of a list: where it is, what it is called and how it is. Immutable. */
record AssetRow(SelectedAsset place, AssetDescription description, AssetState state) {

    /** What a field says, as Jackson or a CSV cell takes it; empty where there is nothing to say. */
    Optional<?> value(AssetField field, Instant now) {
        return switch (field) {
            case ID -> Optional.of(place.id());
            case CITY -> Optional.of(place.city().value());
            case KIND -> Optional.of(place.kind());
            case DISTRICT -> place.district();
            case LONGITUDE -> Optional.of(place.longitude());
            case LATITUDE -> Optional.of(place.latitude());
            case REFERENCE -> Optional.of(place.reference());
            case NAME -> Optional.of(place.name());
            case TAGS -> Optional.of(description.tags());
            case PROPERTIES -> Optional.of(description.properties());
            case OPEN -> Optional.of(description.open());
            case STATUS -> Optional.of(state.word());
            case QUANTITY -> reading(Reading::quantity);
            case CHANNEL -> reading(Reading::channel).filter(channel -> !channel.isEmpty());
            case VALUE -> reading(Reading::value);
            case UNIT ->
                reading(Reading::quantity).flatMap(Quantity::named).map(q -> q.unit()
                        .symbol());
            case QUALITY -> reading(r -> QualityWord.of(r.quality()));
            case OBSERVED_AT -> reading(Reading::observedAt).map(Instant::toString);
            case AGE_SECONDS ->
                reading(r -> Math.max(0, Duration.between(r.observedAt(), now).toSeconds()));
        };
    }

    private <T> Optional<T> reading(Function<Reading, T> part) {
        return state.reading().map(part);
    }
}
