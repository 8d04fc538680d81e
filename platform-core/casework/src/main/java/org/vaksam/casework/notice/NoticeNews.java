package org.vaksam.casework.notice;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.vaksam.spi.casework.Notices;

/** Lets live events know who has news, on this machine; other machines' consoles ask now and then. */
@Component(service = {Notices.class, NoticeNews.class})
public final class NoticeNews implements Notices {
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable listen(Consumer<Set<String>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** These accounts have other notices than before. */
    public void arrived(Set<String> accounts) {
        listeners.forEach(listener -> listener.accept(accounts));
    }
}
