package org.vaksam.insight.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.vaksam.insight.query.BoundingBox;
import org.vaksam.insight.schema.Coordinates;
import org.vaksam.insight.schema.IndexSchema;

/**
 * Clusters on a grid that stands still while the map moves. Cells are half-open boxes of the same whole numbers as the box
 * filter, cut at the edges of the view. About 64 pixels wide; half as high in degrees, which is square at 60° north.
 */
final class MapClusters {
    private static final int DEEPEST_ZOOM = 20;

    /** Width of a cell at the deepest zoom: a quarter of a 256-pixel tile, about five metres in Sweden. */
    private static final int FINEST = 858;

    private static final int MOST_CLUSTERS = 20_000;

    private final BoundingBox view;
    private final long width;
    private final long height;
    private final long columns;

    /**
     * @param detail how often cells are halved: 0 for clusters, more for a heat map
     */
    MapClusters(BoundingBox view, int zoom, int detail) {
        this.view = view;
        long cell = (long) FINEST << (DEEPEST_ZOOM - zoom) >> detail;
        while (cellsInView(view, cell) > MOST_CLUSTERS) {
            cell *= 2;
        }
        this.width = cell;
        this.height = cell / 2;
        this.columns = Coordinates.around() / width + 1;
    }

    List<Cluster> count(IndexSearcher searcher, Query query, Executor executor) throws IOException {
        var manager = new SegmentCollector(() -> new HashedCells(Integer.MAX_VALUE, 2, 0), this::counter);
        Cells cells = new ParallelSearcher(searcher, executor).search(query, manager);
        var clusters = new ArrayList<Cluster>();
        cells.forEach(cell -> clusters.add(cluster(cell, cells)));
        return clusters;
    }

    private SegmentCollector.DocumentCounter counter(LeafReader segment, Cells cells) throws IOException {
        NumericDocValues locations = DocValues.getNumeric(segment, IndexSchema.LOCATION_VALUE);
        return doc -> {
            if (locations.advanceExact(doc)) {
                long packed = locations.longValue();
                int latitude = Coordinates.latitudeOf(packed);
                int longitude = Coordinates.longitudeOf(packed);
                int slot = cells.slot(cell(latitude, longitude));
                cells.counts[slot]++;
                cells.sums[0][slot] += latitude;
                cells.sums[1][slot] += longitude;
            }
        };
    }

    private long cell(int latitude, int longitude) {
        long row = ((long) latitude - Coordinates.SOUTH) / height;
        long column = ((long) longitude - Coordinates.WEST) / width;
        int side = view.overDateLine() && longitude < view.east() ? 1 : 0;
        return ((row * columns + column) << 1) | side;
    }

    private Cluster cluster(long cell, Cells cells) {
        int slot = cells.slot(cell);
        int count = cells.counts[slot];
        long row = (cell >> 1) / columns;
        long column = (cell >> 1) % columns;
        boolean eastOfDateLine = view.overDateLine() && (cell & 1) == 1;
        long firstLongitude = view.overDateLine() && eastOfDateLine ? Coordinates.WEST : view.west();
        long endOfLongitude = view.overDateLine() && !eastOfDateLine ? -(long) Coordinates.WEST : view.east();
        long west = Coordinates.WEST + column * width;
        long south = Coordinates.SOUTH + row * height;
        return new Cluster(
                Coordinates.degrees(Math.round((double) cells.sums[0][slot] / count)),
                Coordinates.degrees(Math.round((double) cells.sums[1][slot] / count)),
                count,
                List.of(
                        Coordinates.degrees(Math.max(west, firstLongitude)),
                        Coordinates.degrees(Math.max(south, view.south())),
                        Coordinates.degrees(Math.min(west + width, endOfLongitude)),
                        Coordinates.degrees(Math.min(south + height, view.north()))));
    }

    private static long cellsInView(BoundingBox view, long cell) {
        long wide = (long) view.east() - view.west() + (view.overDateLine() ? Coordinates.around() : 0);
        long high = Math.max(0, (long) view.north() - view.south());
        return (wide / cell + 1) * (high * 2 / cell + 1);
    }
}
