package org.vaksam.insight.analysis;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;

/** Where the values come from that a measure is computed of: whole numbers with some decimals. */
sealed interface ValueSource {
    /** The values of a segment; a record has one or none. */
    SegmentValues in(LeafReader segment) throws IOException;

    /** Decimals of the values. */
    int decimals();

    /** The value of one record after the other, in their order. */
    interface SegmentValues {
        /** Whether the record has a value. */
        boolean advance(int doc) throws IOException;

        long value() throws IOException;
    }

    /** A number or an amount of money of the form. */
    record FormNumber(String field) implements ValueSource {
        @Override
        public SegmentValues in(LeafReader segment) throws IOException {
            return Values.of(DocValues.getNumeric(segment, IndexSchema.number(field)));
        }

        @Override
        public int decimals() {
            return 4;
        }
    }

    /** Seconds from when a record first came to one point until it last came to the other, if that was not before. */
    record TimeBetween(String from, String to) implements ValueSource {
        @Override
        public SegmentValues in(LeafReader segment) throws IOException {
            SegmentValues first = point(segment, from, IndexSchema.enteredFirst(from));
            SegmentValues last = point(segment, to, IndexSchema.enteredLast(to));
            return new SegmentValues() {
                @Override
                public boolean advance(int doc) throws IOException {
                    return first.advance(doc) && last.advance(doc) && last.value() >= first.value();
                }

                @Override
                public long value() throws IOException {
                    return last.value() - first.value();
                }
            };
        }

        @Override
        public int decimals() {
            return 3;
        }

        private static SegmentValues point(LeafReader segment, String name, String entered) throws IOException {
            return switch (name) {
                case TimePoints.CREATED -> Values.of(DocValues.getNumeric(segment, IndexSchema.CREATED_AT));
                case TimePoints.OCCURRED -> Values.of(DocValues.getNumeric(segment, IndexSchema.OCCURRED_AT));
                default -> Values.of(DocValues.getNumeric(segment, entered));
            };
        }
    }

    /** Seconds since open records were made. */
    record Age(Instant now) implements ValueSource {
        private static final String OPEN = "open";

        @Override
        public SegmentValues in(LeafReader segment) throws IOException {
            NumericDocValues created = DocValues.getNumeric(segment, IndexSchema.CREATED_AT);
            SortedDocValues phases = DocValues.getSorted(segment, Dimensions.PHASE.field());
            int open = phases.lookupTerm(new BytesRef(OPEN));
            return new SegmentValues() {
                @Override
                public boolean advance(int doc) throws IOException {
                    return phases.advanceExact(doc) && phases.ordValue() == open && created.advanceExact(doc);
                }

                @Override
                public long value() throws IOException {
                    return Math.max(0, now.toEpochMilli() - created.longValue());
                }
            };
        }

        @Override
        public int decimals() {
            return 3;
        }
    }

    /** Values that stand in the index as they are. */
    final class Values {
        private Values() {}

        static SegmentValues of(NumericDocValues stored) {
            return new SegmentValues() {
                @Override
                public boolean advance(int doc) throws IOException {
                    return stored.advanceExact(doc);
                }

                @Override
                public long value() throws IOException {
                    return stored.longValue();
                }
            };
        }
    }
}
