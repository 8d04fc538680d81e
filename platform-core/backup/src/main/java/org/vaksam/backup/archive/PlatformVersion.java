package org.vaksam.backup.archive;

import org.osgi.framework.Version;

/** Whether a platform can read what another one wrote. */
public final class PlatformVersion {
    private PlatformVersion() {}

    /** Refuses a backup of a platform that is newer than this one. */
    public static void refuseNewer(BackupInfo info, String here) {
        if (Version.parseVersion(info.platform()).compareTo(Version.parseVersion(here)) > 0) {
            throw BackupProblems.newer(info);
        }
    }
}
