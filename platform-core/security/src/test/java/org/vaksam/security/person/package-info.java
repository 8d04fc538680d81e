@NullMarked
package org.vaksam.security.person;

import org.jspecify.annotations.NullMarked;
