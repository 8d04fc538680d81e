package org.vaksam.web.gateway;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the thread has used up to now. */
record ThreadCost(long cpuNanos, long allocatedBytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final boolean CPU = THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
    private static final boolean MEMORY =
            THREADS.isThreadAllocatedMemorySupported() && THREADS.isThreadAllocatedMemoryEnabled();

    /** Zero for what this Java cannot tell. */
    static ThreadCost now() {
        return new ThreadCost(
                CPU ? THREADS.getCurrentThreadCpuTime() : 0, MEMORY ? THREADS.getCurrentThreadAllocatedBytes() : 0);
    }

    ThreadCost since(ThreadCost before) {
        return new ThreadCost(cpuNanos - before.cpuNanos, allocatedBytes - before.allocatedBytes);
    }
}
