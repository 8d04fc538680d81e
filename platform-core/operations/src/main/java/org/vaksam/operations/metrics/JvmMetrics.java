package org.vaksam.operations.metrics;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** The figures of the Java process. */
final class JvmMetrics {
    private static final double MILLIS = 1000;

    private JvmMetrics() {}

    static void write(MetricsText text) {
        var memory = ManagementFactory.getMemoryMXBean();
        area(text, "heap", memory.getHeapMemoryUsage());
        area(text, "nonheap", memory.getNonHeapMemoryUsage());
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            text.gauge(
                    "jvm_buffer_bytes",
                    "Memory of buffers outside the heap.",
                    pool.getMemoryUsed(),
                    "pool",
                    pool.getName());
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            text.counter(
                    "jvm_gc_collections_total",
                    "Garbage collections.",
                    collector.getCollectionCount(),
                    "gc",
                    collector.getName());
            text.counter(
                    "jvm_gc_seconds_total",
                    "Time spent collecting garbage.",
                    collector.getCollectionTime() / MILLIS,
                    "gc",
                    collector.getName());
        }
        var threads = ManagementFactory.getThreadMXBean();
        text.gauge("jvm_threads", "Threads alive.", threads.getThreadCount());
        text.gauge("jvm_threads_peak", "Most threads alive at once.", threads.getPeakThreadCount());
        text.gauge(
                "jvm_classes_loaded",
                "Classes loaded now.",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        var runtime = ManagementFactory.getRuntimeMXBean();
        text.gauge("process_uptime_seconds", "Time since the process started.", runtime.getUptime() / MILLIS);
        text.gauge(
                "process_start_time_seconds", "When the process started, since 1970.", runtime.getStartTime() / MILLIS);
        text.gauge(
                "system_load_average",
                "Load of the machine over a minute.",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void area(MetricsText text, String area, MemoryUsage usage) {
        text.gauge("jvm_memory_used_bytes", "Memory in use.", usage.getUsed(), "area", area);
        text.gauge("jvm_memory_committed_bytes", "Memory taken from the machine.", usage.getCommitted(), "area", area);
        text.gauge(
                "jvm_memory_max_bytes", "Memory that may be taken; -1 without a limit.", usage.getMax(), "area", area);
    }
}
