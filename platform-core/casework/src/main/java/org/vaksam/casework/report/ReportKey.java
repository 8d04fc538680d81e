package org.vaksam.casework.report;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.PlatformDatabase;

/**
 * The secret that forms are stamped and codes are hashed with, one for all nodes. It lies in the database: codes are random
 * enough to be safe without it, and who can read it can read the reports themselves.
 */
@Component(service = ReportKey.class)
public final class ReportKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    @Activate
    public ReportKey(@Reference CaseworkTables tables) {
        this(tables.database());
    }

    ReportKey(PlatformDatabase database) {
        key = new SecretKeySpec(Base64.getDecoder().decode(secret(database)), ALGORITHM);
    }

    private static String secret(PlatformDatabase database) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            return database.write(sql -> {
                var known = sql.first("SELECT secret FROM report_key WHERE id = 1", row -> row.getString(1));
                if (known.isPresent()) {
                    return known.get();
                }
                String made = Base64.getEncoder().encodeToString(fresh);
                sql.update("INSERT INTO report_key (id, secret) VALUES (1, ?)", made);
                return made;
            });
        } catch (DatabaseException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
            return database.read(
                            sql -> sql.first("SELECT secret FROM report_key WHERE id = 1", row -> row.getString(1)))
                    .orElseThrow();
        }
    }

    /** What these words come to for this purpose; 32 bytes. */
    byte[] mac(String purpose, String words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + ' ' + words).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** How a follow-up code is stored and looked up. */
    String hash(String code) {
        return HexFormat.of().formatHex(mac("receipt", code));
    }
}
