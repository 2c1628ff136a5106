package de.hexapolis.query.aggregates;

import java.sql.SQLException;
import java.util.List;

/**
 * Turns digests, which come by line, bucket and asset, into the means over assets of their percentiles. One thread;
 * holds one digest, whatever the number of rows.
 */
final class PercentileMeans {
    private final Table table;
    private final List<AggregateFunction> percentiles;
    private final Digest digest = new Digest();
    private final double[] sums;
    private int assets;
    private int line = -1;
    private int bucket = -1;
    private long asset = -1;

    PercentileMeans(Table table, List<AggregateFunction> percentiles) {
        this.table = table;
        this.percentiles = List.copyOf(percentiles);
        this.sums = new double[percentiles.size()];
    }

    /** Adds a row to a digest. */
    @FunctionalInterface
    interface Row {
        void addTo(Digest digest) throws SQLException;
    }

    void add(int nextLine, int nextBucket, long nextAsset, Row row) throws SQLException {
        boolean sameBucket = nextLine == line && nextBucket == bucket;
        if (!sameBucket || nextAsset != asset) {
            closeAsset();
        }
        if (!sameBucket) {
            closeBucket();
        }
        line = nextLine;
        bucket = nextBucket;
        asset = nextAsset;
        row.addTo(digest);
    }

    /** Ends the last bucket. */
    void close() {
        closeAsset();
        closeBucket();
    }

    private void closeAsset() {
        if (line < 0) {
            return;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += digest.percentile(percentiles.get(i).share().orElseThrow());
        }
        assets++;
        digest.clear();
    }

    private void closeBucket() {
        if (line < 0) {
            return;
        }
        for (int i = 0; i < sums.length; i++) {
            table.put(line, bucket, percentiles.get(i), sums[i] / assets);
            sums[i] = 0;
        }
        assets = 0;
    }
}
