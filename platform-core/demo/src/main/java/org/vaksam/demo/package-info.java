/** The municipality of Sundby, which does not exist: its organisation, its people and one and a half years of incidents. */
@NullMarked
package org.vaksam.demo;

import org.jspecify.annotations.NullMarked;
