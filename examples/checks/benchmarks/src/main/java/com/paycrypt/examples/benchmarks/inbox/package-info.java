/** The inbox beside the same by hand and beside job queues. */
package com.paycrypt.examples.benchmarks.inbox;
