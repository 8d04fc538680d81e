package org.vaksam.spi.records;

import org.osgi.annotation.versioning.ProviderType;

/** What this thread's caller may do with single records, for platform bundles that keep something about them. */
@ProviderType
public interface RecordAccess {
    /**
     * The record with this id or number, to work on what belongs to it. Reading a restricted one leaves a trace. What is secret
     * by itself has no value for a caller who may not read it.
     *
     * @throws org.vaksam.api.problem.Problem 404 when it is missing or the caller may not see it
     */
    RecordRow require(String idOrNumber);

    /** Whether the caller may see the record. */
    boolean shows(RecordRow row);

    /** Whether the caller, who may see the record, may read what is secret in it. */
    boolean showsSecrets(RecordRow row);

    /** Whether the caller may handle a record that they may see. */
    boolean mayHandle(RecordRow row);

    /**
     * @throws org.vaksam.api.problem.Problem 403 when the caller may not handle it
     */
    void requireHandle(RecordRow row);

    /** Whether this account, which need not be the caller, may see the record. */
    boolean maySee(String account, RecordRow row);
}
