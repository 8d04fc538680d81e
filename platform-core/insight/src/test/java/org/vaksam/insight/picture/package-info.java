@NullMarked
package org.vaksam.insight.picture;

import org.jspecify.annotations.NullMarked;
