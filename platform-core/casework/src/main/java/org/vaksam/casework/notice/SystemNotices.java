package org.vaksam.casework.notice;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.casework.PersonalNotices;

/** Notices of the platform itself. */
@Component
public final class SystemNotices implements PersonalNotices {
    private final NoticeWriter writer;

    @Activate
    public SystemNotices(@Reference NoticeWriter writer) {
        this.writer = writer;
    }

    @Override
    public void tell(String account, String template, Map<String, String> params) {
        writer.tell(new Notice(account, NoticeKind.SYSTEM, Optional.empty(), Optional.empty(), template, params));
    }
}
