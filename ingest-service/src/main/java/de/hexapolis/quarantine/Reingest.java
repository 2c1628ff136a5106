package de.hexapolis.quarantine;

import de.hexapolis.telemetry.RawMessage;
import java.util.List;

/** The pipeline without acknowledging. */
@FunctionalInterface
public interface Reingest {
    /**
     * Sends messages through the pipeline as if they had just come. When it returns, each is stored, or its row in
     * quarantine counts one repeat more and tells the reason of now.
     *
     * @throws InterruptedException if the program stops first; what has become of the messages is then unknown, and
     *     sending them again is safe
     */
    void reingest(List<RawMessage> messages) throws InterruptedException;
}
