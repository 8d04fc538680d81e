@NullMarked
package org.vaksam.casework.action;

import org.jspecify.annotations.NullMarked;
