package org.vaksam.records.value;

import java.util.Optional;

/** What the values of one field may be. */
@FunctionalInterface
public interface ValueRule {
    /** The value as it is stored; empty when it is blank, or after saying what is wrong with it. */
    Optional<Object> read(Object value, String path, Problems problems);

    /**
     * The same where units, accounts and assets are known.
     *
     * @param before what is stored now: what it points at may stay, also when the caller could not choose it
     */
    default Optional<Object> read(
            Object value, Optional<Object> before, String path, Directory directory, Problems problems) {
        return read(value, path, problems);
    }
}
