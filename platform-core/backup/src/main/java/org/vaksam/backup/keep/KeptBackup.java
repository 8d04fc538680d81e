package org.vaksam.backup.keep;

import java.util.List;
import org.vaksam.api.text.Text;

/**
 * A backup in the folder, as the file beside it tells.
 *
 * @param madeAt     ISO 8601
 * @param scheduled  made by the clock, and one of those that are kept in a number
 * @param sha256     of the file, hex
 * @param rows       of all tables
 * @param verifiedAt when it was last read through and found whole
 */
public record KeptBackup(
        String name,
        String madeAt,
        String madeBy,
        boolean scheduled,
        String platform,
        boolean encrypted,
        long bytes,
        String sha256,
        long rows,
        long files,
        List<Text> warnings,
        String verifiedAt) {
    KeptBackup verified(String at) {
        return new KeptBackup(
                name, madeAt, madeBy, scheduled, platform, encrypted, bytes, sha256, rows, files, warnings, at);
    }
}
