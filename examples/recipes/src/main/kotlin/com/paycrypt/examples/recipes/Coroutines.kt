package com.paycrypt.examples.recipes

import com.paycrypt.sdk.PayCryptClient
import com.paycrypt.sdk.error.Outcome
import com.paycrypt.sdk.error.PayCryptException
import com.paycrypt.sdk.session.PaymentSession
import com.paycrypt.sdk.session.PaymentSessionRequest
import com.paycrypt.sdk.webhook.WebhookReceiver
import com.paycrypt.sdk.webhook.WebhookResponse
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.future.await
import kotlinx.coroutines.withContext
import java.net.URI

/**
 * Creates sessions and receives webhooks in coroutines.
 *
 * `await`, of kotlinx-coroutines-core, suspends until the future completes and holds no thread meanwhile. It throws what
 * `create` throws, and a coroutine that is cancelled, by `withTimeout` too, cancels its call.
 */
class Coroutines(private val payCrypt: PayCryptClient, private val receiver: WebhookReceiver) {
    /** Where the customer pays, or null if the shop may ask again for the same order. A rejection is thrown. */
    suspend fun checkout(request: PaymentSessionRequest): URI? =
        try {
            create(request).checkoutUrl()
        } catch (e: PayCryptException) {
            if (e.outcome() == Outcome.REJECTED) throw e
            null // nothing was sent, or the response was lost: a create moves no money
        }

    /** All sessions at once; the first failure cancels the calls that still run. */
    suspend fun createAll(requests: List<PaymentSessionRequest>): List<PaymentSession> = coroutineScope {
        requests.map { async { create(it) } }.awaitAll()
    }

    private suspend fun create(request: PaymentSessionRequest): PaymentSession =
        payCrypt.paymentSessions().createAsync(request).await()

    /** The response to a webhook. Its handler and replay guard may block on a database, so they get a thread for that. */
    suspend fun receive(method: String, headers: Map<String, List<String>>, body: ByteArray): WebhookResponse =
        withContext(Dispatchers.IO) { receiver.receive(method, { name -> header(headers, name) }, body) }

    private fun header(headers: Map<String, List<String>>, name: String): List<String>? =
        headers.entries.filter { it.key.equals(name, ignoreCase = true) }.flatMap { it.value }.ifEmpty { null }
}
