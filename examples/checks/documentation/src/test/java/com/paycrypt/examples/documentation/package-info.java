/** Documentation that is compared with, and run as, tested code. */
@NullMarked
package com.paycrypt.examples.documentation;

import org.jspecify.annotations.NullMarked;
