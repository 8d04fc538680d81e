/** Who has which role where: grants, groups and roles. */
@NullMarked
package org.vaksam.security.grants;

import org.jspecify.annotations.NullMarked;
