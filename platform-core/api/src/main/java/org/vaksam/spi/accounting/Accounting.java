package org.vaksam.spi.accounting;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whose work a thread does, and what that has cost the database since the platform started. A statement is paid for by the
 * module that the thread is charged to, otherwise by the module whose persistence unit runs it, otherwise by the platform. Any
 * thread; cheap unless said otherwise.
 */
@ProviderType
public interface Accounting {
    /** Pays for what is nobody's in particular; not limited. */
    String PLATFORM = "platform";

    /** Work charged to a module; ends on the thread it began on. */
    interface Charge extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * What a module has cost.
     *
     * @param statements executed; a batch is one
     * @param seconds    spent on them, reading of their rows included
     */
    record Line(String module, long statements, double seconds) {}

    /** From now on, until closed, this thread works for the module. */
    Charge charge(String module);

    /** One line for each module that ever cost something, by name. */
    List<Line> lines();

    /** Bytes that the tables and indexes of the module's own schema take; asks the database. */
    long schemaBytes(String module);

    Limits limits(String module);

    /** In force from the next request and the next statement on; forgotten when the process ends. */
    void limit(String module, Limits limits);
}
