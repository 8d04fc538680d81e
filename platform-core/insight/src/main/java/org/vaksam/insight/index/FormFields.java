package org.vaksam.insight.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.records.RecordRow;

/** The fields of a record's form as dimensions, numbers and times. */
final class FormFields {
    private static final Logger LOG = LoggerFactory.getLogger(FormFields.class);
    private static final int DECIMALS = 4;
    private static final BigDecimal LARGEST = new BigDecimal("100000000000000");

    private final Document document;
    private final RecordRow row;
    private final FieldRoles roles;

    FormFields(Document document, RecordRow row, FieldRoles roles) {
        this.document = document;
        this.row = row;
        this.roles = roles;
    }

    void add() {
        for (Map.Entry<String, Object> field : row.fields().entrySet()) {
            String id = field.getKey();
            Object value = field.getValue();
            if (roles.facet(row.type(), row.kind(), id)) {
                addFacet(id, value);
            }
            if (roles.number(row.type(), row.kind(), id)) {
                addNumber(id, value);
            }
            if (roles.time(row.type(), row.kind(), id)) {
                addTime(id, value);
            }
        }
    }

    private void addFacet(String id, Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Number) {
            String text = value instanceof Number number ? plain(number) : value.toString();
            if (!IndexSchema.NONE.equals(IndexSchema.key(text))) {
                DocumentFactory.addDimension(document, Dimension.ofField(id, Text.same(id)), text);
            }
        }
    }

    private void addNumber(String id, Object value) {
        if (value instanceof Number number) {
            BigDecimal amount = new BigDecimal(number.toString());
            if (amount.abs().compareTo(LARGEST) <= 0) {
                DocumentFactory.addNumber(document, IndexSchema.number(id), units(amount));
            }
        }
    }

    private static long units(BigDecimal amount) {
        return amount.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private void addTime(String id, Object value) {
        if (value instanceof String text) {
            try {
                long millis = text.indexOf('T') < 0
                        ? LocalDate.parse(text)
                                .atStartOfDay(SwedishTime.ZONE)
                                .toInstant()
                                .toEpochMilli()
                        : Instant.parse(text).toEpochMilli();
                DocumentFactory.addNumber(document, IndexSchema.time(id), millis);
            } catch (DateTimeException e) {
                LOG.debug("The field {} of record {} is no time", id, row.id(), e);
            }
        }
    }

    private static String plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
