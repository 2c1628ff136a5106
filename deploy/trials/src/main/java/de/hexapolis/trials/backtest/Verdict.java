package de.hexapolis.trials.backtest;

import de.hexapolis.trials.report.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Whether ours beat what it has to beat, with all figures. */
final class Verdict {
    private static final List<String> TO_BEAT = List.of("persistence", "plain average");
    private static final double LEAST_COVERED = 75;
    private static final double MOST_COVERED = 85;

    private Verdict() {}

    static List<Check> of(Dataset dataset, Map<String, Tally.Score> scores) {
        Tally.Score ours = Objects.requireNonNull(scores.get("ours"));
        double brier = best(scores, Tally.Score::brier);
        double pinball = best(scores, Tally.Score::pinball);
        List<Check> checks = new ArrayList<>();
        checks.add(below("Brier, full by the next round: ours", ours.brier(), brier));
        checks.add(below("pinball of 10, 50, 90 %, points: ours", ours.pinball(), pinball));
        if (dataset.knowsTruth()) {
            double covered = ours.timeCovered();
            checks.add(new Check(
                    "time to full within the 80 % interval",
                    number(covered) + " %", "75 to 85 %", covered >= LEAST_COVERED && covered <= MOST_COVERED));
            checks.add(Check.figure("intervals of time to full", ours.timed(), ""));
        }
        scores.forEach((name, score) -> checks.addAll(figures(name, score)));
        return checks;
    }

    private static double best(Map<String, Tally.Score> scores, ToDoubleFunction<Tally.Score> loss) {
        return TO_BEAT.stream()
                .mapToDouble(name -> loss.applyAsDouble(Objects.requireNonNull(scores.get(name))))
                .min()
                .orElseThrow();
    }

    private static Check below(String name, double found, double limit) {
        return new Check(name, number(found), "less than " + number(limit), found < limit);
    }

    private static List<Check> figures(String name, Tally.Score score) {
        return List.of(
                figure(name + ": Brier", number(score.brier())),
                figure(
                        name + ": pinball 10 | 50 | 90 | mean",
                        "%s | %s | %s | %s"
                                .formatted(
                                        number(score.pinball10()),
                                        number(score.pinball50()),
                                        number(score.pinball90()),
                                        number(score.pinball()))),
                figure(
                        name + ": levels within 80 %, of n",
                        "%s %% of %d".formatted(number(score.covered()), score.count())));
    }

    private static Check figure(String name, String found) {
        return new Check(name, found, "", true);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.4f" : "%.2f", value);
    }
}
