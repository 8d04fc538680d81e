package org.vaksam.kernel.operation;

import org.vaksam.kernel.revision.Disposal;
import org.vaksam.kernel.revision.HealthChecks;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.ModuleBundles;
import org.vaksam.kernel.revision.Retirement;
import org.vaksam.kernel.revision.Routes;
import org.vaksam.kernel.revision.Stager;
import org.vaksam.kernel.visibility.PublishedServices;

/** Everything that has to do with running revisions. */
public record Running(
        ModuleBundles bundles,
        Stager stager,
        Disposal disposal,
        Retirement retirement,
        HealthChecks checks,
        LiveTable live,
        Routes routes,
        PublishedServices services) {}
