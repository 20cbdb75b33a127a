/**
 * The auto-configurations. Only their names are API, for {@code spring.autoconfigure.exclude} and for the order of an
 * application's own: what beans they make may change.
 */
@NullMarked
package com.paycrypt.sdk.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
