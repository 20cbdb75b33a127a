package com.paycrypt.examples.stacks

import com.paycrypt.sdk.webhook.WebhookReceiver
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.Application
import io.ktor.server.engine.connector
import io.ktor.server.engine.embeddedServer
import io.ktor.server.netty.Netty
import io.ktor.server.request.httpMethod
import io.ktor.server.request.receiveChannel
import io.ktor.server.response.header
import io.ktor.server.response.respondBytes
import io.ktor.server.routing.post
import io.ktor.server.routing.routing
import io.ktor.utils.io.jvm.javaio.toInputStream
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext

/** Ktor on Netty: the body is a stream, read by a thread that may block. */
class KtorServer(receiver: WebhookReceiver) : Stack {
    private val server = embeddedServer(
        Netty,
        configure = {
            enableH2c = true
            connector { host = "127.0.0.1"; port = 0 }
        },
    ) { webhooks(receiver) }.start()

    // region ktor
    private fun Application.webhooks(receiver: WebhookReceiver) = routing {
        post("/webhook") {
            val response = withContext(Dispatchers.IO) {
                receiver.receive(
                    call.request.httpMethod.value,
                    { name -> call.request.headers.getAll(name) },
                    call.receiveChannel().toInputStream(),
                )
            }
            response.headers().forEach { (name, value) -> call.response.header(name, value) }
            call.respondBytes(response.body(), status = HttpStatusCode.fromValue(response.status()))
        }
    }
    // endregion

    override fun port(): Int = runBlocking { server.engine.resolvedConnectors().first().port }

    override fun close() = server.stop(0, 0)
}
