package org.vaksam.kernel.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The certificates that administrators have added. */
final class CertificateTable {
    private final PlatformDatabase database;

    CertificateTable(PlatformDatabase database) {
        this.database = database;
    }

    List<TrustedCertificate> all() {
        return database.read(
                sql -> sql.list("SELECT pem, added_by, added_at FROM module_certificate", CertificateTable::map));
    }

    /** In the thread's transaction. */
    void insert(TrustedCertificate added, String pem) {
        database.write(sql -> sql.update(
                "INSERT INTO module_certificate (fingerprint, pem, added_by, added_at) VALUES (?, ?, ?, ?)",
                added.fingerprint(),
                pem,
                added.description().addedBy(),
                added.description().addedAt()));
    }

    /** In the thread's transaction. */
    void delete(String fingerprint) {
        database.write(sql -> sql.update("DELETE FROM module_certificate WHERE fingerprint = ?", fingerprint));
    }

    private static TrustedCertificate map(ResultSet row) throws SQLException {
        return TrustedCertificate.added(
                parse(row.getString("pem")),
                row.getString("added_by"),
                Sql.instant(row, "added_at").orElse(Instant.EPOCH));
    }

    private static X509Certificate parse(String pem) {
        try {
            return Pem.all(pem).get(0);
        } catch (CertificateException e) {
            throw new IllegalStateException("A trusted certificate in the database is damaged", e);
        }
    }
}
