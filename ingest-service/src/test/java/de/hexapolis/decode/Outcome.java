package de.hexapolis.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decoded messages as one line of text each, so that tables of expectations can be read. */
final class Outcome {
    private Outcome() {}

    /** {@code distance=2000.0 tilt:true @38.9,-77.0}, {@code ignored}, or the reason of a refusal. */
    static String of(Decoded decoded) {
        if (decoded instanceof Accepted accepted) {
            return Stream.of(
                            accepted.measurements().stream()
                                    .sorted(Comparator.comparing(m -> m.quantity() + "/" + m.channel()))
                                    .map(m -> m.quantity()
                                            + (m.channel().value().isEmpty() ? "" : "/" + m.channel())
                                            + "="
                                            + rounded(m.value())),
                            accepted.events().stream().map(e -> e.kind() + ":" + e.value()),
                            accepted.positions().stream().map(p -> "@" + p.latitude() + "," + p.longitude()),
                            accepted.refusedParts().stream().map(r -> "!" + r.detail()))
                    .flatMap(parts -> parts)
                    .collect(Collectors.joining(" "));
        }
        return decoded instanceof Rejected rejected ? rejected.reason().wireName() : "ignored";
    }

    /** To thousandths, unless that would leave nothing. */
    private static BigDecimal rounded(double value) {
        int digits = value != 0 && Math.abs(value) < 0.1 ? 5 : 3;
        BigDecimal rounded =
                new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 1 ? rounded.setScale(1) : rounded;
    }
}
