@NullMarked
package org.vaksam.records.design;

import org.jspecify.annotations.NullMarked;
