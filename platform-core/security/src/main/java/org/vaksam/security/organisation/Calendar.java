package org.vaksam.security.organisation;

import java.time.Clock;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;

/** Which day it is where the organisation is. */
@Component(service = Calendar.class)
public final class Calendar {

    private final Clock clock;

    @Activate
    public Calendar(@Reference Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
    }
}
