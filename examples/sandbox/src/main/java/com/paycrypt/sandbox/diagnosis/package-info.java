/** Why a request was refused, in plain words. */
@NullMarked
package com.paycrypt.sandbox.diagnosis;

import org.jspecify.annotations.NullMarked;
