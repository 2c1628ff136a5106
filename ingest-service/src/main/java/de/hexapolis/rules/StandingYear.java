package de.hexapolis.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.OptionalInt;

/** For how long a tree has been standing: the year of planting and the next are year 1. */
final class StandingYear {
    /** Of an asset that holds its year of planting. */
    static final String PROPERTY = "planting_year";

    private StandingYear() {}

    /** Empty: the asset does not say. */
    static OptionalInt of(AssetFacts asset, String property, Instant at) {
        int planted = asset.properties().path(property).asInt();
        return planted <= 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(1, at.atZone(asset.zone()).getYear() - planted));
    }

    /** When trees are a year older. */
    static Instant next(AssetFacts asset, Instant now) {
        LocalDate newYear = Year.from(now.atZone(asset.zone())).plusYears(1).atDay(1);
        return newYear.atStartOfDay(asset.zone()).toInstant();
    }

    /** When the local year began. */
    static Instant began(AssetFacts asset, Instant now) {
        return Year.from(now.atZone(asset.zone()))
                .atDay(1)
                .atStartOfDay(asset.zone())
                .toInstant();
    }
}
