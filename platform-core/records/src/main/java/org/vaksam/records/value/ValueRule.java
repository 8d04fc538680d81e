package org.vaksam.records.value;

import java.util.Optional;

/** What the values of one field may be. */
@FunctionalInterface
public interface ValueRule {
    /** The value as it is stored; empty when it is blank, or after saying what is wrong with it. */
    Optional<Object> read(Object value, String path, Problems problems);
}
