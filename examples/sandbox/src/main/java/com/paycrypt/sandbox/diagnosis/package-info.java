/** Why a message fails the checks of the guide, in plain words. */
@NullMarked
package com.paycrypt.sandbox.diagnosis;

import org.jspecify.annotations.NullMarked;
