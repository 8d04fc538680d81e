package org.vaksam.api.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by a module. Called by the kernel before a revision goes live, on the kernel's thread and inside the
 * transaction that has migrated the schema (so that it sees the new schema), and later now and then. Must answer within a
 * second; after five it is interrupted and counts as {@code CRITICAL}, whatever it says then. A {@code CRITICAL} answer before
 * going live undoes the operation.
 */
@ConsumerType
public interface HealthCheck {
    /** How the module is now. Throwing counts as {@code CRITICAL}. */
    Health check();
}
