package org.vaksam.testkit.tck;

/** How good a module is. A tier is reached when its checks and those of all tiers below hold. */
public enum Tier {
    /** It can be planned, installed and is well; it sees the platform's API only. */
    BRONZE,
    /** It is safe: schema up and down, permissions, data through uninstallation and back, nothing left after a purge. */
    SILVER,
    /** It is complete: texts in both languages, description of its REST, definitions, updates nobody notices, no leak. */
    GOLD,
    /** It is easy to put into operation: it suggests a role for every permission. */
    PLATINUM
}
