/** The sandbox in the tests of any application, as an extension of JUnit Jupiter. */
@NullMarked
package com.paycrypt.sandbox.junit;

import org.jspecify.annotations.NullMarked;
