package org.vaksam.coordination;

import org.vaksam.testkit.tck.ModuleTck;

/** The area of coordination is a module like any other. */
class CoordinationTck extends ModuleTck {}
