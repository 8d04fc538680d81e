package org.vaksam.casework.notice;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.casework.PersonalNotices;

/** Writes notices for other parts of the platform. */
@Component
public final class PersonalTelling implements PersonalNotices {
    private final NoticeWriter writer;

    @Activate
    public PersonalTelling(@Reference NoticeWriter writer) {
        this.writer = writer;
    }

    @Override
    public void tell(String account, String kind, String template, Map<String, String> params) {
        NoticeKind known = NoticeKind.of(kind).orElse(NoticeKind.SYSTEM);
        writer.tell(new Notice(account, known, Optional.empty(), Optional.empty(), template, params));
    }
}
