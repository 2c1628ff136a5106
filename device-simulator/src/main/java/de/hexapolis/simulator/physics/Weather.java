package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;

/**
 * A Hessian city's weather: seasons, warm and cold spells, rain. Immutable, thread-safe.
 *
 * <p>Days are epoch days in local time. Yearly mean 10 °C, 19 °C in July; rain on four days of ten, 4.5 mm each:
 * about the normals of Gießen 1991–2020.
 */
public record Weather(Dice city) {
    /** The rain of a day in mm and the local hour when it falls. */
    public record Rain(double millimetres, int hour) {}

    public Rain rain(long day) {
        Dice dice = city.with("rain").with(day);
        if (!dice.chance(0.4)) {
            return new Rain(0, 0);
        }
        return new Rain(
                Math.min(60, dice.with("amount").exponential(4.5)),
                dice.with("hour").below(24));
    }

    /** The mean air temperature of a day in °C. */
    public double mean(long day) {
        return 10 - 9.2 * Math.cos(2 * Math.PI * (season(day) - 0.05)) + 3.2 * spell(day);
    }

    /** The air temperature in °C; coldest at five, warmest at three in the afternoon. */
    public double air(long day, double hour) {
        double swing = 2.5 + 3 * summer(day);
        return mean(day) - swing * Math.cos(2 * Math.PI * (hour - 3) / 24);
    }

    /** The soil's temperature in °C: the deeper, the later and the weaker. */
    public double soil(long day, int depthCm) {
        int lag = depthCm / 6;
        double damping = Math.exp(-depthCm / 190.0);
        double ofSeason = 10.5 - 9.2 * damping * Math.cos(2 * Math.PI * (season(day - lag) - 0.05));
        double ofSpell = (spell(day - 1) + spell(day - 2) + spell(day - 3)) / 3;
        return ofSeason + 2.4 * Math.exp(-depthCm / 45.0) * ofSpell;
    }

    /** 0 in midwinter to 1 in midsummer: how strongly trees and sun draw water. */
    public double summer(long day) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (season(day) - 0.02));
    }

    /** Warm and cold spells last several days; deviation about 1. */
    private double spell(long day) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += city.with("spell").with(day - i).normal();
        }
        return sum / Math.sqrt(5);
    }

    /** The part of the year that has passed. */
    private static double season(long day) {
        return (day % 365.2425) / 365.2425;
    }
}
