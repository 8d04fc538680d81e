package org.vaksam.insight.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.vaksam.insight.schema.IndexSchema;

/**
 * Numbers for the keys of each dimension that are the same in all segments, so that counting adds to one array whatever
 * segment a record is in. Number 0 is {@code none}. Grows with new keys and lives as long as the open index.
 */
public final class Ordinals {
    private final Map<String, Keys> byField = new ConcurrentHashMap<>();

    /** The keys of one dimension's field. */
    public Keys of(String field) {
        return byField.computeIfAbsent(field, Keys::new);
    }

    /** Keys and numbers of one field. */
    public static final class Keys {
        private final String field;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> keys = new ArrayList<>();
        private final Map<CacheKey, int[]> bySegment = new ConcurrentHashMap<>();

        private Keys(String field) {
            this.field = field;
            numbers.put(IndexSchema.NONE, 0);
            keys.add(IndexSchema.NONE);
        }

        /** Number by ordinal of the segment; computed once for a segment. */
        public int[] of(LeafReader segment) throws IOException {
            CacheHelper core = segment.getCoreCacheHelper();
            int[] known = core == null ? null : bySegment.get(core.getKey());
            if (known != null) {
                return known;
            }
            int[] read = read(segment);
            if (core != null && bySegment.putIfAbsent(core.getKey(), read) == null) {
                core.addClosedListener(bySegment::remove);
            }
            return read;
        }

        /** How many numbers are given. */
        public synchronized int size() {
            return keys.size();
        }

        /** The key of a number. */
        public synchronized String key(int number) {
            return keys.get(number);
        }

        private synchronized int[] read(LeafReader segment) throws IOException {
            SortedDocValues values = DocValues.getSorted(segment, field);
            var numberOf = new int[values.getValueCount()];
            TermsEnum terms = values.termsEnum();
            for (int ordinal = 0; ordinal < numberOf.length; ordinal++) {
                terms.next();
                numberOf[ordinal] = number(terms.term().utf8ToString());
            }
            return numberOf;
        }

        private int number(String key) {
            return numbers.computeIfAbsent(key, added -> {
                keys.add(added);
                return keys.size() - 1;
            });
        }
    }
}
