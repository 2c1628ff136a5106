package de.hexapolis.query.selection;

import java.util.regex.Pattern;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A polygon or several (WGS 84, longitude first), border included. Thread-safe. */
public final class Area {
    private static final int MOST_POINTS = 2_000;
    private static final Pattern BARE_RING = Pattern.compile("[-+0-9.eE,;\\s]+");

    private final Box bounds;
    private final IndexedPointInAreaLocator locator;

    private Area(Geometry shape) {
        Envelope edges = shape.getEnvelopeInternal();
        this.bounds = new Box(edges.getMinX(), edges.getMinY(), edges.getMaxX(), edges.getMaxY());
        this.locator = new IndexedPointInAreaLocator(shape);
    }

    /**
     * Reads WKT ({@code POLYGON((9.6 50.5, 9.7 50.5, 9.7 50.6, 9.6 50.5))}, {@code MULTIPOLYGON}) or one bare ring of
     * points ({@code 9.6,50.5;9.7,50.5;9.7,50.6}), which need not be closed.
     *
     * @throws IllegalArgumentException if the text is no valid area of at most 2,000 points
     */
    public static Area parse(String text) {
        Geometry shape;
        try {
            shape = new WKTReader().read(BARE_RING.matcher(text).matches() ? ringAsWkt(text) : text);
        } catch (ParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
        if (!(shape instanceof Polygonal)
                || shape.isEmpty()
                || shape.getNumPoints() > MOST_POINTS
                || !shape.isValid()) {
            throw new IllegalArgumentException("not a valid area");
        }
        return new Area(shape);
    }

    public Box bounds() {
        return bounds;
    }

    public boolean contains(double longitude, double latitude) {
        return locator.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
    }

    private static String ringAsWkt(String text) {
        String[] points = text.strip().split("\\s*;\\s*", -1);
        StringBuilder ring = new StringBuilder("POLYGON((");
        for (String point : points) {
            ring.append(point.strip().replaceAll("\\s*,\\s*|\\s+", " ")).append(',');
        }
        boolean closed = points.length > 0 && points[0].strip().equals(points[points.length - 1].strip());
        return closed
                ? ring.deleteCharAt(ring.length() - 1).append("))").toString()
                : ring.append(points[0].strip().replaceAll("\\s*,\\s*|\\s+", " "))
                        .append("))")
                        .toString();
    }
}
