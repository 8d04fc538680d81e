package org.vaksam.incidents;

import org.vaksam.testkit.tck.ModuleTck;

/** The area of incidents is a module like any other. */
class IncidentsTck extends ModuleTck {}
