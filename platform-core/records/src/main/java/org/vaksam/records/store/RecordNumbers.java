package org.vaksam.records.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/**
 * Running numbers per record type and year. Blocks of them are fetched in a transaction of their own, on a thread of its own,
 * so that creates do not wait for each other; a number that was fetched and not used is never given again.
 */
@Component(service = RecordNumbers.class)
public final class RecordNumbers {
    private static final int BLOCK = 200;

    private record Series(String type, int year) {}

    /** Numbers at hand: from {@code next} up to, not including, {@code end}. */
    private static final class Block {
        int next;
        int end;
    }

    private final PlatformDatabase database;
    private final Map<Series, Block> blocks = new ConcurrentHashMap<>();
    private final ExecutorService fetcher = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "vaksam-record-numbers");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public RecordNumbers(@Reference Tables tables) {
        this.database = tables.database();
    }

    /** So many numbers that belong to the caller alone, in ascending order. */
    public int[] next(String type, int year, int count) {
        var series = new Series(type, year);
        Block block = blocks.computeIfAbsent(series, absent -> new Block());
        int[] numbers = new int[count];
        synchronized (block) {
            for (int i = 0; i < count; i++) {
                if (block.next == block.end) {
                    int size = Math.max(BLOCK, count - i);
                    block.next = fetch(series, size);
                    block.end = block.next + size;
                }
                numbers[i] = block.next++;
            }
        }
        return numbers;
    }

    /** The series may have been moved forward: numbers at hand are not given any more. */
    public void forget() {
        blocks.clear();
    }

    @Deactivate
    public void close() {
        fetcher.shutdown();
    }

    private int fetch(Series series, int size) {
        try {
            return CompletableFuture.supplyAsync(() -> reserve(series, size), fetcher)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private int reserve(Series series, int size) {
        try {
            return database.write(sql -> reserve(sql, series, size));
        } catch (RuntimeException e) {
            if (!Failure.isDuplicate(e)) {
                throw e;
            }
            return database.write(sql -> reserve(sql, series, size));
        }
    }

    private static int reserve(Sql sql, Series series, int size) throws SQLException {
        int known = sql.update(
                "UPDATE record_number SET next_number = next_number + ? WHERE type = ? AND in_year = ?",
                size,
                series.type(),
                series.year());
        if (known == 0) {
            sql.update(
                    "INSERT INTO record_number (type, in_year, next_number) VALUES (?, ?, ?)",
                    series.type(),
                    series.year(),
                    size + 1);
            return 1;
        }
        long next = sql.number(
                "SELECT next_number FROM record_number WHERE type = ? AND in_year = ?", series.type(), series.year());
        return Math.toIntExact(next) - size;
    }
}
