package org.vaksam.backup.archive;

import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What can be wrong with a backup, in words. */
public final class BackupProblems {
    private static final Text TITLE = new Text("Säkerhetskopian kan inte användas", "The backup cannot be used");

    private BackupProblems() {}

    public static Problem damaged(String where) {
        return Problem.of(
                        "backup-damaged",
                        422,
                        TITLE,
                        new Text(
                                "Den är skadad eller ändrad: " + where + ".",
                                "It is damaged or altered: " + where + "."))
                .withNext(new Text(
                        "Hämta filen på nytt, eller ta en annan säkerhetskopia. Inget har ändrats.",
                        "Fetch the file again, or take another backup. Nothing was changed."));
    }

    static Problem notOpened() {
        return Problem.of(
                        "backup-not-opened",
                        422,
                        TITLE,
                        new Text(
                                "Lösenfrasen är fel, eller filens början är ändrad.",
                                "The passphrase is wrong, or the beginning of the file is altered."))
                .withNext(new Text("Ange rätt lösenfras.", "Give the right passphrase."));
    }

    static Problem newer(BackupInfo info) {
        return Problem.of(
                        "backup-newer",
                        409,
                        TITLE,
                        new Text(
                                "Den skrevs av en nyare plattform (" + info.platform() + ").",
                                "It was written by a newer platform (" + info.platform() + ")."))
                .withNext(new Text(
                        "Installera minst den versionen och återställ med den.",
                        "Install that version at least, and restore with it."));
    }

    static Problem encrypted() {
        return Problem.of("backup-encrypted", 422, TITLE, new Text("Den är krypterad.", "It is encrypted."))
                .withNext(new Text(
                        "Ange lösenfrasen vid tangentbordet, eller VAKSAM_PASSPHRASE_FILE=FIL.",
                        "Give the passphrase at the keyboard, or VAKSAM_PASSPHRASE_FILE=FILE."));
    }
}
