@NullMarked
package org.vaksam.insight.sql;

import org.jspecify.annotations.NullMarked;
