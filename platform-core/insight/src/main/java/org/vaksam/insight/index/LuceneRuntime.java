package org.vaksam.insight.index;

import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes Lucene at home in a bundle: its own class loader, no advice about vectors, no classes it cannot find. */
final class LuceneRuntime {
    private static final String SEGMENTS = "org.apache.lucene.store.MemorySegmentIndexInputProvider";
    private static final String SEGMENTS_SWITCH = "org.apache.lucene.store.MMapDirectory.enableMemorySegments";

    /** Held, because the levels of loggers that nobody holds are forgotten. */
    private final Logger vectors = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private final Logger memory = Logger.getLogger("org.apache.lucene.store");

    /** Before the first index is opened. */
    void prepare() {
        vectors.setLevel(Level.SEVERE);
        memory.setLevel(Level.WARNING);
        try {
            Class.forName(SEGMENTS, false, LuceneRuntime.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // a framework that does not read the newer classes of a multi-release jar inside a bundle
            System.setProperty(SEGMENTS_SWITCH, "false");
        }
    }

    /** Daemon threads that find Lucene's services. */
    static ThreadFactory threads(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(LuceneRuntime.class.getClassLoader());
            return thread;
        };
    }
}
