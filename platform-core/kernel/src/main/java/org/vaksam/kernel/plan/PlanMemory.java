package org.vaksam.kernel.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.kernel.file.ArchiveFile;

/** The newest plans, by hash; older ones can be made again. */
public final class PlanMemory {
    private static final int LIMIT = 50;

    private final Map<String, Planned> plans = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Planned> eldest) {
            return size() > LIMIT;
        }
    };

    public synchronized void remember(Planned planned) {
        plans.remove(planned.plan().hash());
        plans.put(planned.plan().hash(), planned);
    }

    public synchronized Optional<Planned> find(String hash) {
        return Optional.ofNullable(plans.get(hash));
    }

    /** Checksums of the files that are planned for. */
    public synchronized Set<String> files() {
        return plans.values().stream()
                .map(Planned::file)
                .flatMap(file -> Stream.concat(Stream.of(file.sha()), file.archive().map(ArchiveFile::sha).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
