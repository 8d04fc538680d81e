@NullMarked
package org.vaksam.web.platform;

import org.jspecify.annotations.NullMarked;
