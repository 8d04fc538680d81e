package org.vaksam.incidents;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;

/** The module is well when its table can be read. */
@Component(service = HealthCheck.class)
public final class IncidentsHealth implements HealthCheck {
    private final PoliceTypes types;

    @Activate
    public IncidentsHealth(@Reference PoliceTypes types) {
        this.types = types;
    }

    @Override
    public Health check() {
        int count = types.all().size();
        return new Health(
                Health.Status.OK,
                new Text("Fungerar; " + count + " polistyper kända", "Works; " + count + " police types known"));
    }
}
