/** Tests: Explanations of refusals. */
@NullMarked
package com.paycrypt.sandbox.diagnosis;

import org.jspecify.annotations.NullMarked;
