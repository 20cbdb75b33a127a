/** What the SDK costs, beside the same work written by hand. */
package com.paycrypt.examples.benchmarks;
