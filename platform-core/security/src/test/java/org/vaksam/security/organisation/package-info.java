@NullMarked
package org.vaksam.security.organisation;

import org.jspecify.annotations.NullMarked;
