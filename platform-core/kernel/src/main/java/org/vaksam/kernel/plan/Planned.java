package org.vaksam.kernel.plan;

import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.operation.Agreement;
import org.vaksam.spi.kernel.Modules.Plan;

/** A plan together with the file and the world it was made for. */
public record Planned(Plan plan, ModuleFile file, World world, Agreement agreement) {}
