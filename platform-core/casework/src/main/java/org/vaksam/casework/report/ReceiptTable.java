package org.vaksam.casework.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** Receipts in the database; of a code there is only its hash. */
public final class ReceiptTable {
    private static final String COLUMNS =
            "SELECT record_id, lang, name, email, phone, source, created_at FROM report_receipt";

    private final Sql sql;

    public ReceiptTable(Sql sql) {
        this.sql = sql;
    }

    void insert(Receipt receipt, String codeHash) throws SQLException {
        Contact contact = receipt.contact();
        sql.update(
                "INSERT INTO report_receipt (record_id, code_hash, lang, name, email, phone, source, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                receipt.recordId(),
                codeHash,
                receipt.language(),
                contact.name(),
                contact.email(),
                contact.phone(),
                receipt.source(),
                receipt.createdAt());
    }

    Optional<Receipt> byCode(String codeHash) throws SQLException {
        return sql.first(COLUMNS + " WHERE code_hash = ?", ReceiptTable::receipt, codeHash);
    }

    public Optional<Receipt> byRecord(String recordId) throws SQLException {
        return sql.first(COLUMNS + " WHERE record_id = ?", ReceiptTable::receipt, recordId);
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("record_id"),
                row.getString("lang"),
                new Contact(
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("email")),
                        Optional.ofNullable(row.getString("phone"))),
                row.getString("source"),
                Sql.instant(row, "created_at").orElseThrow());
    }
}
