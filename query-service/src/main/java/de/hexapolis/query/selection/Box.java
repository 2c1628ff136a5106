package de.hexapolis.query.selection;

/** A rectangle of longitudes and latitudes (WGS 84, degrees), edges included; does not cross the 180th meridian. */
public record Box(double west, double south, double east, double north) {
    /** Everywhere. */
    public static final Box WORLD = new Box(-180, -90, 180, 90);

    public Box {
        if (!(west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90)) {
            throw new IllegalArgumentException("not a box: %s,%s,%s,%s".formatted(west, south, east, north));
        }
    }

    /**
     * Reads {@code west,south,east,north}.
     *
     * @throws IllegalArgumentException if the text is no box
     */
    public static Box parse(String text) {
        String[] edges = text.split(",", -1);
        if (edges.length != 4) {
            throw new IllegalArgumentException("not four numbers: " + text);
        }
        return new Box(
                Double.parseDouble(edges[0].strip()),
                Double.parseDouble(edges[1].strip()),
                Double.parseDouble(edges[2].strip()),
                Double.parseDouble(edges[3].strip()));
    }

    /** What lies in both. Where nothing does, a box of the nearest edge of this one. */
    public Box within(Box other) {
        double w = Math.min(Math.max(west, other.west), east);
        double s = Math.min(Math.max(south, other.south), north);
        return new Box(w, s, Math.max(w, Math.min(east, other.east)), Math.max(s, Math.min(north, other.north)));
    }
}
