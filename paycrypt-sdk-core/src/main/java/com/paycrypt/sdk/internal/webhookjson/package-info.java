/** The JSON of webhooks: read strictly, bounded, and without a tree. */
@NullMarked
package com.paycrypt.sdk.internal.webhookjson;

import org.jspecify.annotations.NullMarked;
