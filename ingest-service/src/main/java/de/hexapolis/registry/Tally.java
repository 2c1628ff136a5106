package de.hexapolis.registry;

/**
 * What became of rows that were to be written. Immutable.
 *
 * @param kept rows left as a person had set them
 */
public record Tally(int created, int updated, int unchanged, int kept, int retired) {
    /** No rows at all. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Whether anything in the database is different now. */
    public boolean changed() {
        return created + updated + retired > 0;
    }

    public Tally plus(Tally other) {
        return new Tally(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                kept + other.kept,
                retired + other.retired);
    }

    /** The same with so many rows retired. */
    public Tally andRetired(int rows) {
        return new Tally(created, updated, unchanged, kept, retired + rows);
    }
}
