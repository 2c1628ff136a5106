package de.hexapolis.ingest;

import de.hexapolis.decode.WireFormat;
import java.util.Map;
import java.util.Optional;

/** What the messages of each source look like: {@code hexapolis.sources.<name>.format}. Immutable. */
public final class SourceFormats {
    private final Map<String, WireFormat> byName;

    public SourceFormats(Map<String, WireFormat> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Empty for a source that the settings no longer name: its old messages wait in quarantine for its return. */
    Optional<WireFormat> of(String source) {
        return Optional.ofNullable(byName.get(source));
    }
}
