package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.BinHistory;
import de.hexapolis.forecast.Exposure;
import de.hexapolis.forecast.FillForecast;
import de.hexapolis.forecast.FillGroup;
import de.hexapolis.forecast.FillNow;
import de.hexapolis.forecast.FillProfile;
import de.hexapolis.forecast.GroupFit;
import de.hexapolis.forecast.Levels;
import de.hexapolis.forecast.PastErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The platform's forecast, learned anew each morning as its worker does each night. */
final class Ours implements Method {
    private final Map<String, BinHistory> histories = new HashMap<>();
    private FillGroup group = FillGroup.USUAL;

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public void learn(List<Known> bins) {
        for (Known bin : bins) {
            Bin one = bin.bin();
            histories.put(
                    one.name(),
                    BinHistory.of(bin.readings(), one.zone())
                            .withErrors(PastErrors.of(bin.readings(), group, one.zone(), bin.now(), one.limit())));
        }
        Known any = bins.get(0);
        group = GroupFit.of(
                List.copyOf(histories.values()), FillGroup.USUAL, any.bin().zone(), any.now());
    }

    @Override
    public Prediction predict(Known bin, Origin origin) {
        Bin one = bin.bin();
        FillProfile profile =
                FillProfile.fit(Objects.requireNonNull(histories.get(one.name())), group, one.zone(), bin.now());
        Exposure exposure = profile.exposure(one.zone());
        FillNow now = FillNow.of(bin.cycles().get(bin.cycles().size() - 1), profile, exposure);
        FillForecast forecast = FillForecast.of(now, profile, exposure, one.limit());
        Levels levels = forecast.levelsAt(origin.roundAt());
        return new Prediction(
                forecast.fullBy(origin.roundAt()),
                levels.quantile(0.1),
                levels.quantile(0.5),
                levels.quantile(0.9),
                Optional.of(forecast.timeToFull()));
    }
}
