package de.hexapolis.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A span of time at an asset. Immutable.
 *
 * @param until exclusive; empty: still there
 */
public record Stay(long assetId, Instant from, Optional<Instant> until) {
    public Stay {
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw new IllegalArgumentException("a stay from %s cannot end at %s".formatted(from, until.get()));
        }
    }

    /**
     * A device's stays with this one added, which wins within its span: an earlier stay ends where this one begins, one
     * that begins within it begins where this one ends, or goes.
     */
    public List<Stay> within(List<Stay> others) {
        List<Stay> stays = new ArrayList<>(List.of(this));
        for (Stay other : others) {
            if (other.from.isBefore(from)) {
                stays.add(other.endingBy(from));
            } else if (until.isPresent() && !other.from.isBefore(until.get())) {
                stays.add(other);
            } else if (until.isPresent() && other.from.isAfter(from) && other.lastsBeyond(until.get())) {
                stays.add(new Stay(other.assetId, until.get(), other.until));
            }
        }
        stays.sort(Comparator.comparing(Stay::from));
        return List.copyOf(stays);
    }

    /** This stay, ended where the next known one begins, unless it says itself when it ends. */
    public Stay untilNextOf(List<Stay> others) {
        return until.isPresent()
                ? this
                : others.stream()
                        .map(Stay::from)
                        .filter(begin -> begin.isAfter(from))
                        .min(Comparator.naturalOrder())
                        .map(next -> new Stay(assetId, from, Optional.of(next)))
                        .orElse(this);
    }

    /**
     * This stay and those at the same asset that it touches as one: a device that is there already is not installed
     * anew.
     *
     * @param others by rising {@code from}; no two overlap
     */
    public Stay joinedWith(List<Stay> others) {
        Instant begin = from;
        for (int i = others.size() - 1; i >= 0; i--) {
            Stay other = others.get(i);
            boolean reaches = other.until.isEmpty() || !other.until.get().isBefore(begin);
            if (other.assetId == assetId && other.from.isBefore(begin) && reaches) {
                begin = other.from;
            }
        }
        Optional<Instant> end = until;
        for (Stay other : others) {
            if (other.assetId == assetId && end.equals(Optional.of(other.from))) {
                end = other.until;
            }
        }
        return new Stay(assetId, begin, end);
    }

    /** Whether another one is at the same asset and begins within this one. */
    boolean absorbs(Stay other) {
        return other.assetId == assetId
                && !other.from.isBefore(from)
                && (until.isEmpty() || other.from.isBefore(until.get()));
    }

    private boolean lastsBeyond(Instant instant) {
        return until.isEmpty() || until.get().isAfter(instant);
    }

    private Stay endingBy(Instant instant) {
        return lastsBeyond(instant) ? new Stay(assetId, from, Optional.of(instant)) : this;
    }
}
