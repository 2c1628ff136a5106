package de.hexapolis.trials.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.hexapolis.forecast.Level;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command's verdict in small: few bins, few weeks, one seed. */
class ForecastBeatsBaselinesTest {
    @Test
    void onRealBinsItBeatsPersistenceAndThePlainAverage() throws IOException {
        assertThat(Verdict.of(wyndham(), Walk.of(wyndham()).scores())).allMatch(Check::holds);
    }

    private static Dataset wyndham() throws IOException {
        Path data = Optional.ofNullable(
                        System.getProperty("HEXAPOLIS_SHARED_DATA", System.getenv("HEXAPOLIS_SHARED_DATA")))
                .map(Path::of)
                .orElseGet(() -> Checkout.find().home().resolve("../shared/data"));
        Path folder = data.resolve("bins").normalize();
        assumeTrue(
                Files.isRegularFile(folder.resolve(WyndhamBins.FILE)),
                "skipped: no " + folder + "; HEXAPOLIS_SHARED_DATA names the folder above it");
        return WyndhamBins.read(folder);
    }

    @Test
    void onSimulatedBinsItBeatsThemTooAndItsIntervalsAreHonest(@TempDir Path folder) throws IOException {
        Dataset dataset = SimulatedBins.make(30, 5, 7, folder);
        Map<String, Tally.Score> scores = Walk.of(dataset).scores();

        assertThat(dataset.bins()).hasSize(30);
        assertThat(Verdict.of(dataset, scores)).allMatch(Check::holds);
        assertThat(Objects.requireNonNull(scores.get("ours")).timed()).isGreaterThan(300);
    }

    @Test
    void nobodyIsToldWhatComesLater(@TempDir Path folder) throws IOException {
        Dataset dataset = SimulatedBins.make(6, 4, 7, folder);
        Bin whole = dataset.bins().get(0);
        int day = 22;
        Origin origin = whole.origins().get(day);
        List<Level> until = whole.readings().stream()
                .filter(level -> !level.at().isAfter(origin.at()))
                .toList();
        Bin cut = new Bin(
                whole.name(),
                whole.zone(),
                whole.limit(),
                until,
                whole.origins().subList(0, day + 1));

        assertThat(said(cut, origin)).isEqualTo(said(whole, origin));
        assertThat(Known.at(whole, origin.at()).past())
                .noneMatch(past -> past.roundAt().isAfter(origin.at()));
    }

    private static Prediction said(Bin bin, Origin origin) {
        Known known = Known.at(bin, origin.at());
        Ours ours = new Ours();
        ours.learn(List.of(known));
        return ours.predict(known, origin);
    }
}
