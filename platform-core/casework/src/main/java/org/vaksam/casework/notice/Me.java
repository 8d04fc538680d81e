package org.vaksam.casework.notice;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;

/** The person who asks. */
@Component(service = Me.class)
public final class Me {
    private final Access access;

    @Activate
    public Me(@Reference Access access) {
        this.access = access;
    }

    public Caller caller() {
        return access.caller();
    }

    /** Id of the caller's account; 403 for who has none. */
    public String account() {
        return access.caller().person();
    }
}
