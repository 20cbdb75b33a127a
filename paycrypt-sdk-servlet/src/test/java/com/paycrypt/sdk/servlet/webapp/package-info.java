/** A shop as a web application: deployed by its descriptor and its annotations. */
@NullMarked
package com.paycrypt.sdk.servlet.webapp;

import org.jspecify.annotations.NullMarked;
