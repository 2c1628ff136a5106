package de.hexapolis.forecast;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Where a bin starts from and how fast it may fill. Immutable, as long as nobody writes into the arrays. */
final class Pace {
    private static final GaussIntegrator NORMAL = new GaussIntegratorFactory().hermite(5);

    private final FillNow now;
    private final double rate;
    /** Of the logarithm of the rate. */
    private final double sigma;

    private final double levelSigma;
    private final double[] ratios;

    private Pace(FillNow now, double rate, double sigma, double levelSigma, double[] ratios) {
        this.now = now;
        this.rate = rate;
        this.sigma = sigma;
        this.levelSigma = levelSigma;
        this.ratios = ratios;
    }

    static Pace of(FillNow now, FillProfile profile) {
        FillGroup group = profile.group();
        double[] ratios = Doubles.array(profile.ratios());
        if (group.intermittent()) {
            return new Pace(now, profile.rate(), 0, now.levelSigma(), ratios);
        }
        double wider = Math.sqrt(group.widening());
        double ofRate = 1 / (profile.days() / group.within() + 1 / group.between());
        return new Pace(
                now,
                profile.rate() * now.pace(),
                wider * Math.sqrt(ofRate + now.paceVariance()),
                wider * now.levelSigma(),
                Arrays.stream(ratios)
                        .map(ratio -> Math.max(0, 1 + wider * (ratio - 1)))
                        .toArray());
    }

    double[] ratios() {
        return ratios;
    }

    double rate(int run) {
        return rate * Math.exp(sigma * Math.sqrt(2) * NORMAL.getPoint(run));
    }

    /** The level now, once for each run, weighted by how likely the run is; cells up to {@code top}. */
    double[][] start(int top) {
        double[][] runs = new double[NORMAL.getNumberOfPoints()][top + 1];
        for (int run = 0; run < runs.length; run++) {
            for (int point = 0; point < NORMAL.getNumberOfPoints(); point++) {
                double level = now.level() + levelSigma * Math.sqrt(2) * NORMAL.getPoint(point);
                Grid.add(runs[run], Math.max(0, level), weight(run) * weight(point));
            }
        }
        return runs;
    }

    private static double weight(int point) {
        return NORMAL.getWeight(point) / Math.sqrt(Math.PI);
    }
}
