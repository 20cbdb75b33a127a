/** Tests: Explanations of rejections. */
@NullMarked
package com.paycrypt.sandbox.diagnosis;

import org.jspecify.annotations.NullMarked;
